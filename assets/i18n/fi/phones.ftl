phones-command-phones = Puhelimet: avaa huone, osoite ja yhteys
phones-command-show-joining = Näytä liittymisohje projektorilla
phones-command-nudge = Muistuta vastaamattomien puhelimia
phones-title = Puhelimet
phones-explained = Osallistujat voivat ilmoittautua, vastata ja tehdä kokeen omalla puhelimellaan. Nettiä, sovellusta tai tunnuksia ei tarvita: puhelimen ja tämän koneen pitää vain olla samassa verkossa. Puhelin on vapaaehtoinen. Saman voi tehdä tällä koneella, viittaamalla ja paperilla.
phones-which-network = Missä verkossa puhelimet ovat?
phones-looking = Verkkoja haetaan…
phones-look-again = Hae verkot uudelleen
phones-network-none = Tämä kone ei ole missään verkossa. Liitä se tilan Wi-Fiin tai kytke päälle koneen oma mobiilihotspot, ja hae verkot uudelleen.
phones-network-hotspot = Tämän koneen oma hotspot ({ $name }), { $address }
phones-network-wifi = Wi-Fi ({ $name }), { $address }
phones-network-cable = Kaapeli ({ $name }), { $address }
phones-network-usb = Puhelin USB-johdolla ({ $name }), { $address }
phones-network-virtual = Virtuaaliverkko ({ $name }), { $address }: puhelimet eivät pääse tähän
phones-network-other = Verkko { $name }, { $address }
phones-wifi = Wi-Fi ensimmäiseen QR-koodiin
phones-wifi-help = Puhelin liittyy tähän verkkoon lukemalla koodin. Nimi ja salasana näkyvät koko huoneelle. Turvallisin on oma hotspot, jolla on salasana. Ilman verkon nimeä näytetään vain osoitteen koodi.
phones-wifi-name = Verkon nimi
phones-wifi-password = Verkon salasana
phones-wifi-show = Näytä salasana
phones-wifi-name-missing = Kirjoita myös verkon nimi tai tyhjennä salasana.
phones-wifi-password-wrong = Wi-Fin salasanassa on 8–63 merkkiä. Tarkista se; avoimelle verkolle jätä kohta tyhjäksi.
phones-open = Avaa huone
phones-opening = Odota hetki…
phones-close = Sulje huone puhelimilta
phones-close-explained = Kun huone suljetaan, mikään ei häviä. Puhelimet odottavat ja palaavat samaan paikkaan, kun huone avataan uudelleen.
phones-address = Osoite
phones-code = Koodi
phones-show-joining = Näytä liittymisohje
phones-is-joining = Liittymisohje projektorilla
phones-reach-untested = Kokeillaan, pääseekö osoitteeseen…
phones-reach-blocked = Edes tämä kone ei pääse osoitteeseen { $address }. Jokin koneella, todennäköisesti palomuuri, estää puhelimet.
phones-reach-only-us = Huone on auki. Yksikään puhelin ei ole vielä avannut sivua.
phones-reach-only-us-help = Jos puhelin on samassa verkossa eikä sivu silti aukea, kokeile näitä järjestyksessä:
phones-reach-reached = { $devices ->
    [one] Huone on auki. Yksi laite on avannut sivun.
   *[other] Huone on auki. { $devices } laitetta on avannut sivun.
}
phones-firewall-windows = Palomuuri: avaa Windowsin suojaus, sieltä Palomuuri ja verkon suojaus, ja Salli sovellus palomuurin läpi. Rastita Perehdytin, myös yleiset verkot.
phones-firewall-linux = Palomuuri: avaa portti { $port }, esimerkiksi komennolla sudo ufw allow { $port }/tcp tai sudo firewall-cmd --add-port={ $port }/tcp.
phones-firewall-mac = Palomuuri: avaa Järjestelmäasetukset, Verkko, Palomuuri, Valinnat ja salli Perehdyttimelle saapuvat yhteydet.
phones-reach-apart = Verkko: vierasverkko pitää usein laitteet erillään toisistaan. Kytke silloin päälle tämän koneen tai puhelimesi oma hotspot, liitä kone ja puhelimet siihen ja avaa huone uudelleen sen verkossa.
phones-network-lost = Verkko katosi: osoitetta { $address } ei enää ole, eivätkä puhelimet pääse mukaan.
phones-network-lost-help = Liitä kone takaisin samaan verkkoon. Huone palaa silloin itsestään. Jos verkko vaihtui, sulje huone ja avaa se uudessa verkossa.
phones-network-moved = Koneen osoite vaihtui. Nyt se on { $address }, ennen { $before }.
phones-network-moved-help = Näytä liittymisohje projektorilla. Puhelimet, jotka eivät löydä huonetta, pyytävät uuden osoitteen; mitään ei ole hävinnyt.
phones-card-closed = Osallistujat voivat halutessaan käyttää omaa puhelintaan.
phones-open-dialog = Avaa huone puhelimille…
phones-card-open = { $address } · koodi { $code }
phones-card-counts = Yhteydessä { $connected }, pudonnut { $dropped }, ei vielä ilmoittautunut { $waiting }
phones-settings = Huone ja yhteys…
phones-strip = { $dropped ->
    [0] Puhelimia { $connected }
   *[other] Puhelimia { $connected }, pudonnut { $dropped }
}
phones-strip-lost = Verkko katosi
phones-strip-moved = Osoite vaihtui
phones-strip-blocked = Puhelimet eivät pääse mukaan
phones-strip-doubles = { $doubles ->
    [one] Sama henkilö kahdesti?
   *[other] Sama henkilö kahdesti? ({ $doubles })
}
phones-joined = { $name } ({ $company }) ilmoittautui puhelimella.
phones-joined-several = { $people } ilmoittautui puhelimella.
phones-line-connected = puhelin yhteydessä
phones-line-dropped = puhelin pudonnut klo { $time }
phones-line-not-back = puhelin ei ole vielä palannut
phones-line-desk = ilman puhelinta
phones-turnout = { $dropped ->
    [0] { $answered }/{ $present } vastannut
   *[other] { $answered }/{ $present } vastannut, { $dropped } pudonnut
}
phones-turnout-hands = { $hands ->
    [one] Lisäksi on laskettu yksi käsi.
   *[other] Lisäksi on laskettu { $hands } kättä.
}
phones-turnout-missing = Ei vielä vastausta puhelimella eikä koneella
phones-turnout-more = ja { $people } muuta
phones-nudge = Muistuta puhelimia ({ $phones })
phones-nudged = { $phones ->
    [one] Yhtä puhelinta muistutettiin.
   *[other] { $phones } puhelinta muistutettiin.
}
phones-hands-rest = { $answered ->
    [one] Yksi on jo vastannut puhelimella tai koneella.
   *[other] { $answered } on jo vastannut puhelimella tai koneella.
} { $left ->
    [0] Käsiä ei jää laskettavaksi.
   *[other] Laske vain muiden kädet: enintään { $left }.
}
phones-doubles-title = Sama henkilö kahdesti?
phones-doubles-arrived = ilmoittautui klo { $time }
phones-doubles-merge = Yhdistä samaksi
phones-doubles-two = Kaksi eri henkilöä
phones-doubles-explained = Yhdistettynä ensimmäinen rivi jää, ja toisen vastaukset ja puhelin siirtyvät siihen.
phones-doubles-reason = Sama henkilö ilmoittautui kahdesti.
phones-row-name = { $name }, { $company }: korjaa, yhdistä tai poista
phones-row-hint = Valitse rivi, jos tietoja pitää korjata, yhdistää tai poistaa.
phones-removed-rows = Poistetut
phones-removed-explained = Poistettu voi myös itse ilmoittautua uudelleen.
phones-slide-title = Näin pääset mukaan
phones-slide-step-wifi = 1. Liity Wi-Fiin
phones-slide-step-page = 2. Avaa sivu
phones-slide-page = Avaa sivu
phones-slide-network = Wi-Fi-verkko
phones-slide-password = Salasana
phones-slide-same-network = Puhelimesi pitää olla tämän tilan Wi-Fissä. Lue sitten koodi kameralla.
phones-slide-or-desk = Ilmoittaudu puhelimella tai perehdyttäjän koneella.
phones-slide-typed = Ilman kameraa kirjoita selaimeen:
phones-slide-code = koodi
phones-slide-corner = Mukaan puhelimella: { $address } · koodi { $code }
phones-slide-break = { $title } · { $until }
phones-slide-sign-out = Allekirjoita puhelimellasi tai perehdyttäjän koneella, ennen kuin lähdet. Näin osallistumisesi kirjautuu rekisteriin.
phones-phone-column = Puhelin
phones-short-connected = yhteydessä
phones-short-dropped = pudonnut { $time }
phones-short-not-back = ei ole palannut
phones-short-desk = ei puhelinta
