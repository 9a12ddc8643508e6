phones-command-phones = Phones: open the room, address, connection
phones-command-show-joining = Show on the projector how to join
phones-command-nudge = Remind phones that have not answered
phones-title = Phones
phones-explained = Participants can sign in, answer and take the test with their own phones. No internet, app or account is needed: phone and computer only have to be in the same network. A phone is voluntary. This computer, a show of hands and paper do the same.
phones-which-network = Which network are the phones in?
phones-looking = Looking for networks…
phones-look-again = Look again
phones-network-none = This computer is in no network. Connect it to the room's Wi-Fi or turn on its own mobile hotspot, then look again.
phones-network-hotspot = This computer's own hotspot ({ $name }), { $address }
phones-network-wifi = Wi-Fi ({ $name }), { $address }
phones-network-cable = Cable ({ $name }), { $address }
phones-network-usb = Phone on a USB cable ({ $name }), { $address }
phones-network-virtual = Virtual network ({ $name }), { $address }: phones cannot get here
phones-network-other = Network { $name }, { $address }
phones-wifi = Wi-Fi for the first QR code
phones-wifi-help = A phone joins this network by reading the code. Name and password are shown to the whole room. Safest is your own hotspot with a password. Without a name only the address has a code.
phones-wifi-name = Name of the network
phones-wifi-password = Password of the network
phones-wifi-show = Show the password
phones-wifi-name-missing = Give the network's name too, or clear the password.
phones-wifi-password-wrong = A Wi-Fi password has 8 to 63 characters. Check it, or leave it empty for an open network.
phones-open = Open the room
phones-opening = One moment…
phones-close = Close the room to phones
phones-close-explained = Closing the room loses nothing. Phones wait, and come back to the same place when it is opened again.
phones-address = Address
phones-code = Code
phones-show-joining = Show how to join
phones-is-joining = Projector shows how to join
phones-reach-untested = Testing whether the address answers…
phones-reach-blocked = Not even this computer gets through to { $address }. Something on it, most likely a firewall, keeps phones out.
phones-reach-only-us = The room is open. No phone has opened the page yet.
phones-reach-only-us-help = If a phone is in the same network and the page still does not open, try these in turn:
phones-reach-reached = { $devices ->
    [one] The room is open. One device has opened the page.
   *[other] The room is open. { $devices } devices have opened the page.
}
phones-firewall-windows = Firewall: open Windows Security, then Firewall and network protection, then Allow an app through firewall. Tick Perehdytin, public networks too.
phones-firewall-linux = Firewall: open port { $port }, for example with sudo ufw allow { $port }/tcp or sudo firewall-cmd --add-port={ $port }/tcp.
phones-firewall-mac = Firewall: open System Settings, Network, Firewall, Options and allow incoming connections for Perehdytin.
phones-reach-apart = Network: a guest Wi-Fi often keeps its devices apart. Then turn on the hotspot of this computer or of your phone, connect computer and phones to it, and open the room again in that network.
phones-network-lost = The network is gone: the address { $address } is no longer there, and no phone gets through.
phones-network-lost-help = Connect the computer to the same network; the room then comes back by itself. If you changed networks, close the room and open it in the new one.
phones-network-moved = The computer's address has changed. It is now { $address }, before { $before }.
phones-network-moved-help = Show on the projector how to join. Phones that cannot find the room ask for the new address; nothing is lost.
phones-card-closed = Participants may use their own phones if they like.
phones-open-dialog = Open the room to phones…
phones-card-open = { $address } · code { $code }
phones-card-counts = Connected { $connected }, dropped { $dropped }, not signed in yet { $waiting }
phones-settings = Room and connection…
phones-strip = { $dropped ->
    [0] Phones { $connected }
   *[other] Phones { $connected }, dropped { $dropped }
}
phones-strip-lost = Network gone
phones-strip-moved = Address changed
phones-strip-blocked = Phones cannot get in
phones-strip-doubles = { $doubles ->
    [one] Same person twice?
   *[other] Same person twice? ({ $doubles })
}
phones-joined = { $name } ({ $company }) signed in by phone.
phones-joined-several = { $people } people signed in by phone.
phones-line-connected = phone connected
phones-line-dropped = phone dropped at { $time }
phones-line-not-back = phone not back yet
phones-line-desk = without a phone
phones-turnout = { $dropped ->
    [0] { $answered }/{ $present } answered
   *[other] { $answered }/{ $present } answered, { $dropped } dropped
}
phones-turnout-hands = { $hands ->
    [one] One raised hand has been counted as well.
   *[other] { $hands } raised hands have been counted as well.
}
phones-turnout-missing = No answer yet by phone or at the computer
phones-turnout-more = and { $people } more
phones-nudge = Remind phones ({ $phones })
phones-nudged = { $phones ->
    [one] One phone was reminded.
   *[other] { $phones } phones were reminded.
}
phones-hands-rest = { $answered ->
    [one] One person has already answered by phone or at the computer.
   *[other] { $answered } people have already answered by phone or at the computer.
} { $left ->
    [0] No hands are left to count.
   *[other] Count only the others' hands: at most { $left }.
}
phones-doubles-title = Same person twice?
phones-doubles-arrived = signed in at { $time }
phones-doubles-merge = Merge into one
phones-doubles-two = They are two people
phones-doubles-explained = Merged, the first row stays, and takes over the other's answers and phone.
phones-doubles-reason = The same person signed in twice.
phones-row-name = { $name }, { $company }: correct, merge or remove
phones-row-hint = Choose a row to correct, merge or remove it.
phones-removed-rows = Removed
phones-removed-explained = Somebody removed can also sign in again.
phones-slide-title = How to join
phones-slide-step-wifi = 1. Join the Wi-Fi
phones-slide-step-page = 2. Open the page
phones-slide-page = Open the page
phones-slide-network = Wi-Fi network
phones-slide-password = Password
phones-slide-same-network = Your phone must be in this room's Wi-Fi. Then read the code with its camera.
phones-slide-or-desk = Sign in by phone, or at the trainer's computer.
phones-slide-typed = Without a camera, type into the browser:
phones-slide-code = code
phones-slide-corner = Join by phone: { $address } · code { $code }
phones-slide-break = { $title } · { $until }
phones-slide-sign-out = Sign on your phone or at the trainer's computer before you leave. Then your participation is in the register.
phones-phone-column = Phone
phones-short-connected = connected
phones-short-dropped = dropped { $time }
phones-short-not-back = not back yet
phones-short-desk = no phone
