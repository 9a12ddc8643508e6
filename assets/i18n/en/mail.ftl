mail-letter-subject = To take home: { $course }
mail-letter-greeting = Hello { $name },
mail-letter-greeting-all = Hello,
mail-letter-thanks = Thank you for taking part in the induction “{ $course }” on { $day }.
mail-letter-attached = Attached is the material of the day as a PDF. Its first page says whom to call and what to do at the door; then comes everything we went through, with the encounters and how to handle them well. Save it on your phone and you have it with you on site.
mail-letter-attached-plain = Attached is the material of the day as a PDF: everything we went through. Save it on your phone and you have it with you on site.
mail-letter-face = To the customer, you are { $subscriber }. A calm word at the door is remembered longer than the work itself.
mail-letter-questions = If anything was left open, just reply to this message.
mail-letter-regards = Kind regards
mail-letter-why = You got this message because you left your address at the session. The address is used for sending this material and for nothing else.
mail-file-word = handout
mail-drafts-folder = Mail drafts
mail-test-subject = Test message from Perehdytin
mail-test-text = This message came by way of { $host }. The settings work: the material can be sent to the participants.
mail-host-not-found = There is no server called { $host }. Check its name in the settings, and that the computer is online.
mail-no-connection = No connection to { $host } (port { $port }): { $reason }. Check the port in the settings. Many guest networks block outgoing mail: try your own network or a phone’s hotspot.
mail-timed-out = { $host } (port { $port }) did not answer in time. Check port and protection: TLS is usually on port 465, STARTTLS on port 587. A guest network may block mail, too: try another network.
mail-wrong-protection = { $host } (port { $port }) did not answer as the chosen protection expects. Change the protection in the settings: TLS is usually on port 465, STARTTLS on port 587. In detail: { $reason }
mail-no-starttls = { $host } does not offer STARTTLS on this port. Try TLS and port 465, or ask your IT department for the right settings.
mail-certificate-untrusted = The certificate of { $host } is not trusted: { $reason }. If your company has a certificate authority of its own, ask IT for its certificate file and choose it in the settings. Nothing was sent.
mail-certificate-name = The certificate of { $host } is made out to another name. Check the server’s name in the settings. Nothing was sent.
mail-certificate-time = The certificate of { $host } is not valid at this time. Check the computer’s date. If it is right, tell whoever runs the server. Nothing was sent.
mail-no-certificate = There is no certificate in the file. Choose a certificate file in PEM or DER form: { $path }
mail-no-sign-in = { $host } takes no password with this protection. Change the protection, or clear the user name if the server asks for no sign-in.
mail-wrong-password = Signing in as { $user } did not succeed. Check user name and password. If the account has two-step sign-in, the server wants a separate app password. The server said: { $reply }
mail-wants-sign-in = { $host } wants a sign-in. Add the user name in the settings. The server said: { $reply }
mail-sender-refused = The server takes no mail from { $address }. The sender’s address must belong to the account that signs in: put it right in the settings. The server said: { $reply }
mail-recipient-refused = The server takes no mail for this recipient. Check the address with the participant. The server said: { $reply } ({ $address })
mail-bad-address = No mail can be sent to this address: { $address }. Ask for it again and put it right.
mail-foreign-address = The server cannot send to an address with other than basic letters: { $address }. Write a draft and send it with your own mail program.
mail-too-large = The message is too large for the server. Share the material by drafts or by phone. The server said: { $reply }
mail-refused = The server did not take the message. The server said: { $reply }
mail-later = The server asks to try later. Send again in a while. The server said: { $reply }
mail-lost = The line to { $host } broke before the message was sent. Send again.
mail-unconfirmed = The line to { $host } broke just after the message was handed over. It may have arrived.
mail-another-runs = The last sending is still at its last message. Wait a moment and send again.
mail-no-material = The material could not be made: { $reason }
mail-panel-title = Material to take home
mail-not-released = The material has not been shared to phones yet.
mail-release = Share the material to phones
mail-released = The material can be downloaded on phones.
mail-nobody = Nobody has left an e-mail address for the material.
mail-addresses = { $count ->
    [one] One e-mail address was left for the material.
   *[other] { $count } e-mail addresses were left for the material.
}
mail-open = Material by e-mail…
mail-dialog-title = Material by e-mail
mail-column-name = Name
mail-column-address = Address
mail-column-state = State
mail-state-waiting = Waiting
mail-state-failed = Not sent
mail-state-drafted = Draft { $at }
mail-state-unsure = Unsure
mail-state-sent = Sent { $at }
mail-amend = Change
mail-amend-of = Change the address: { $names }
mail-save = Save
mail-making-material = Making the material
mail-drafts-title = Drafts for your own mail program
mail-drafts-text = Everybody gets a draft of their own with the material attached. Open it, look it over and send it. Nobody sees anybody else’s address.
mail-drafts-folder-label = Folder in which the drafts are made
mail-drafts-write = { $count ->
    [one] Make the draft
   *[other] Make { $count } drafts
}
mail-drafts-written = { $count ->
    [one] The draft is in the folder { $path }
   *[other] { $count } drafts are in the folder { $path }
}
mail-drafts-left-out = { $names }: no mail can go to this address, so there is no draft: { $address }
mail-drafts-open = Open the folder
mail-direct-title = Send directly
mail-direct-unset = The program can send the messages itself once the settings name a mail server and a sender’s address.
mail-open-settings = Open the settings
mail-direct-through = From { $address } through { $host }. Everybody gets a message of their own; nobody sees anybody else’s address.
mail-again = { $count ->
    [one] Send also to the one who has a draft or whose message may have arrived already
   *[other] Send also to the { $count } who have a draft or whose message may have arrived already
}
mail-nothing-to-send = Everybody has been sent theirs.
mail-password-of = Password: { $user }
mail-password-help = The password is not stored. It is forgotten when you leave here.
mail-send-now = { $count ->
    [one] Send the message
   *[other] Send { $count } messages
}
mail-sending = Sending { $number }/{ $of }: { $address }
mail-give-up = Stop after this message
mail-sent-all = { $count ->
    [0] There was nothing new to send.
    [one] The message was sent.
   *[other] { $count } messages were sent.
}
mail-sent-some = { $unsure ->
    [0] Sent: { $sent }, not sent: { $left }. Nobody who has got it is sent it again.
   *[other] Sent: { $sent }, not sent: { $left }, unsure: { $unsure }. Nobody who has got it is sent it again.
}
mail-desk-address = E-mail for the material
mail-desk-address-help = If you like. Used only to send the material; does not go on the register.
mail-settings-title = Sending the material by e-mail
mail-settings-text = This may be left empty: the program then makes drafts for you to send from your own mail program.
mail-from-name = Sender’s name
mail-from-name-help = When this is empty, the trainer’s name is shown as the sender.
mail-from-address = Sender’s address
mail-from-missing = Enter the address that the messages come from.
mail-from-bad = This is no e-mail address. Enter one such as name@company.com.
mail-host = Server
mail-host-help = The name of the server for outgoing mail (SMTP), such as smtp.company.com. Your IT department knows it.
mail-host-bad = Enter the name alone, such as smtp.company.com, without https:// and without spaces.
mail-security = Protection
mail-security-starttls = STARTTLS
mail-security-tls = TLS
mail-security-none = No protection
mail-open-line = Without protection, anybody on the way can read the messages and the password. Use it only within the company’s own network.
mail-port = Port
mail-port-help = Empty means the usual port { $port }.
mail-port-bad = A port is a number from 1 to 65535.
mail-user = User name
mail-user-help = Empty if the server asks for no sign-in. The password is asked for when sending.
mail-authority = Certificate file
mail-authority-help = Only needed if your company has a certificate authority of its own. The certificates in the file are trusted besides the system’s, for this connection alone.
mail-test-send = Send a test message to myself
mail-testing = Connecting to { $host }
mail-test-sent = The test message was sent to { $address }. See that it has arrived.
