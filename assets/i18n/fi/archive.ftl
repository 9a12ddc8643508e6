archive-title = Rekisterit
archive-home-text = Kuka on perehdytetty ja voi lähteä asiakkaalle tänään? Tuo allekirjoitetut rekisterit ja katso.
archive-open = Avaa rekisterit
archive-reading = Luetaan rekistereitä
archive-tabs = Näkymä
archive-tab-import = Tuonti
archive-tab-signers = { $new ->
    [0] Allekirjoittajat
    [one] Allekirjoittajat (1 uusi)
   *[other] Allekirjoittajat ({ $new } uutta)
}
archive-tab-aside = { $count ->
    [0] Sivuun jääneet
   *[other] Sivuun jääneet ({ $count })
}
archive-who = Kuka päättää (jää lokiin)
archive-who-first = Kirjoita ensin nimesi, niin voit päättää.
archive-show-more = Näytä lisää ({ $count } jäljellä)
archive-import-title = Tuo rekistereitä
archive-import-text = Valitse allekirjoitetut rekisterit, palautetiedostot (feedback.json) tai kansio, tai pudota ne tähän ikkunaan. Jokainen tarkistetaan ensin ja otetaan talteen sellaisenaan.
archive-import-files = Tiedostot
archive-import-folder = Kansio
archive-import-who = Kuka tuo (jää lokiin)
archive-import-rehearsals = Ota mukaan myös harjoitukset, joissa osallistujat ovat keksittyjä
archive-import-now = Tuo
archive-import-looking = Etsitään tiedostoja
archive-import-progress = Käsitelty { $done } / { $total } tiedostoa: otettu talteen { $taken }, oli jo { $known }, jäi sivuun { $aside }
archive-import-stays = Voit keskeyttää milloin vain: se, mikä on jo tuotu, jää talteen. Tuonti keskeytyy myös, jos poistut rekistereistä.
archive-import-stop = Keskeytä tuonti
archive-import-stopping = Keskeytetään
archive-import-stopped = Tuonti keskeytettiin.
archive-import-sum = Otettu talteen { $taken }, oli jo { $known }, jäi sivuun { $aside }.
archive-import-passed-over = { $count ->
    [one] Yksi tiedosto ohitettiin, koska se ei ole rekisteri eikä palautetiedosto.
   *[other] { $count } tiedostoa ohitettiin, koska ne eivät ole rekistereitä eivätkä palautetiedostoja.
}
archive-import-to-signers = { $count ->
    [one] Hyväksy uusi allekirjoittaja
   *[other] Hyväksy { $count } uutta allekirjoittajaa
}
archive-import-to-aside = Näytä kaikki sivuun jääneet
archive-aside-text = Näitä tiedostoja ei otettu rekistereihin. Kopio jää talteen, jotta asian voi selvittää.
archive-aside-none = Sivuun ei ole jäänyt mitään.
archive-aside-came = Jäi sivuun { $at }, tuoja { $who }
archive-aside-rehearsal = Harjoitus: osallistujat ovat keksittyjä. Jos haluat sen silti, valitse Tuonnissa ”Ota mukaan myös harjoitukset” ja tuo se uudelleen.
archive-signers-text = Rekisteri pätee vasta, kun hyväksyt sen allekirjoittajan. Hyväksyntä vaikuttaa heti kaikkeen, minkä hän on allekirjoittanut.
archive-signers-none = Allekirjoittajia ei vielä ole. Tuo ensin rekistereitä.
archive-signer-undecided = Ei vielä hyväksytty: tämän allekirjoittajan rekisterit eivät vielä päde.
archive-signer-accepted = Hyväksytty { $at }, hyväksyjä { $who }
archive-signer-revoked = Peruttu { $at }, peruja { $who }. Syy: { $reason }
archive-signer-rests = Allekirjoituksen varassa: { $registers ->
    [one] yksi rekisteri
   *[other] { $registers } rekisteriä
}, { $people ->
    [one] yksi henkilö
   *[other] { $people } henkilöä
}
archive-signer-namesake = Varo: samanniminen allekirjoittaja on jo hyväksytty, mutta tällä on eri avain. Kysy häneltä itseltään, onko avain vaihtunut.
archive-accept-signer = Hyväksy { $name }
archive-accept-title = Hyväksytkö allekirjoittajan?
archive-accept-explained = Avaimessa lukee: { $name }. Kuka tahansa voi kirjoittaa avaimeen minkä nimen tahansa. Soita allekirjoittajalle ja pyydä häntä lukemaan sormenjälkensä ääneen.
archive-accept-what-follows = Kun hyväksyt, heti voimaan tulee { $registers ->
    [one] yksi rekisteri ja siinä
   *[other] { $registers } rekisteriä ja niissä
} { $people ->
    [one] yksi henkilö
   *[other] { $people } henkilöä
}.
archive-accept-compared = Vertasin sormenjälkiä, ja ne ovat samat.
archive-accept = Hyväksy
archive-accepted = Hyväksytty: { $name }. Voimaan tuli { $registers ->
    [one] yksi rekisteri
   *[other] { $registers } rekisteriä
}, { $people ->
    [one] yksi henkilö
   *[other] { $people } henkilöä
}.
archive-revoke-signer = Peru hyväksyntä: { $name }
archive-revoke-title = Peruutko hyväksynnän?
archive-revoke-what-follows = Tämän allekirjoituksen varassa on { $registers ->
    [one] yksi rekisteri
   *[other] { $registers } rekisteriä
} ja { $people ->
    [one] yksi henkilö
   *[other] { $people } henkilöä
}. Ne eivät enää päde. Tiedostot jäävät talteen, ja voit hyväksyä uudelleen.
archive-revoke-reason = Syy (jää lokiin)
archive-revoke = Peru hyväksyntä
archive-revoked = Peruttu: { $name }. Pätemästä lakkasi { $registers ->
    [one] yksi rekisteri
   *[other] { $registers } rekisteriä
}, { $people ->
    [one] yksi henkilö
   *[other] { $people } henkilöä
}.
archive-tab-search = Haku
archive-tab-contractors = Palveluntuottajat
archive-tab-doubts = { $new ->
    [0] Epäselvät henkilöt
   *[other] Epäselvät henkilöt ({ $new })
}
archive-import-to-search = Hae henkilöä
archive-back = Takaisin
archive-back-to-contractors = Takaisin palveluntuottajiin
archive-no-end = toistaiseksi
archive-course = { $title }, versio { $revision }
archive-search-label = Hae nimellä, yrityksellä tai tunnisteella
archive-search-hint = Esimerkiksi: aino kaivuu
archive-search-text = Kirjoita sanan alku. Löydät henkilöt ja palveluntuottajat.
archive-search-nobody = Ei osumia: { $typed }. Kokeile pelkkää sukunimeä tai sanan alkua.
archive-search-found = { $count ->
    [one] Yksi osuma
   *[other] { $count } osumaa
}
archive-search-many = Ensimmäiset { $count } osumaa. Kirjoita lisää, niin lista lyhenee.
archive-company-row = Palveluntuottaja { $name }
archive-company-all = Koko palveluntuottaja
archive-column-name = Nimi
archive-column-company = Yritys
archive-column-identifier = Tunniste
archive-column-theme = Teema
archive-column-stands = Tilanne
archive-column-until = Viimeinen päivä
archive-column-lacking = Mitä puuttuu
archive-column-valid = Voimassa
archive-column-alone = Vain itse opiskelleet
archive-column-due = Perehdytettävä
archive-column-failed = Koe läpäisemättä
archive-column-unaccepted = Allekirjoittaja hyväksymättä
archive-state-valid = Voimassa
archive-state-valid-alone = Voimassa, itse opiskellut
archive-state-due = Perehdytettävä
archive-state-failed = Koe läpäisemättä
archive-state-unaccepted = Allekirjoittaja hyväksymättä
archive-only-the-test = Vain loppukoe
archive-all-themes = Koko perehdytys, { $minutes } min
archive-some-themes-and-test = { $themes } ({ $minutes } min) ja loppukoe jo käydyistä teemoista
archive-some-themes = { $themes } ({ $minutes } min)
archive-day = Minkä päivän tilanne (tyhjä = tänään)
archive-day-unreadable = Kirjoita päivä näin: 2.11.2026
archive-day-to-come = Tämä päivä on vasta edessä. Anna tämä päivä tai aiempi.
archive-person-nothing = Ei perehdytyksiä { $day } mennessä.
archive-person-valid = Perehdytetty. Voi lähteä asiakkaalle { $day }.
archive-person-due = Ei voi lähteä asiakkaalle { $day }: perehdytyksestä puuttuu teemoja.
archive-person-failed = Ei voi lähteä asiakkaalle { $day }: loppukoe on läpäisemättä.
archive-person-unaccepted = Ei voi lähteä asiakkaalle { $day }: rekisterin allekirjoittajaa ei ole hyväksytty.
archive-person-term = Voimassa { $since } alkaen. Viimeinen päivä { $until }.
archive-person-term-open = Voimassa { $since } alkaen toistaiseksi.
archive-person-alone = Kaikki on itse opiskeltua.
archive-theme-held = Käyty, voimassa { $since } alkaen
archive-theme-unaccepted = Käyty { $day }, allekirjoittaja hyväksymättä
archive-theme-held-by = Voimassa { $since } alkaen, rekisteri { $day }
archive-evidence-title = Mihin tämä perustuu
archive-evidence-none = Tältä henkilöltä ei ole rekisteriä tästä kurssista.
archive-evidence-row = rivi { $row }
archive-evidence-rehearsal = HARJOITUS
archive-evidence-signed = allekirjoittaja { $name }
archive-evidence-unaccepted = allekirjoittajaa { $name } ei ole hyväksytty
archive-form-room = tilaisuus
archive-form-alone = itseopiskelu
archive-test-passed = koe läpäisty
archive-test-failed = koe hylätty
archive-test-not-taken = koe tekemättä
archive-open-register = Avaa rekisteri { $day }
archive-course-label = Kurssi
archive-course-since = { $title }, versio { $revision }, käytössä { $day } alkaen. Tilanne tänään.
archive-course-from-registers = { $title }, versio { $revision }: uusin, joka rekistereissä on. Tilanne tänään.
archive-no-courses = Kursseja ei vielä ole. Tuo ensin rekistereitä.
archive-contractor-row = { $name }: voimassa { $valid }, näistä itse opiskelleita { $alone }, perehdytettävä { $due }, koe läpäisemättä { $failed }, allekirjoittaja hyväksymättä { $unaccepted }
archive-contractor-on = { $course }. Tilanne { $day }.
archive-course-unknown-then = Kurssista ei ollut { $day } vielä yhtään rekisteriä.
archive-nobody-here = Ketään ei ole tässä joukossa.
archive-shown-label = Ketkä näytetään
archive-shown-all = Kaikki ({ $count })
archive-shown-valid = Voimassa ({ $count })
archive-shown-due = Perehdytettävä ({ $count })
archive-shown-failed = Koe läpäisemättä ({ $count })
archive-shown-alone = Vain itse opiskelleet ({ $count })
archive-shown-unaccepted = Allekirjoittaja hyväksymättä ({ $count })
archive-what-if-open = Mitä uusi kurssiversio muuttaisi?
archive-what-if-title = Mitä uusi kurssiversio muuttaisi?
archive-what-if-text = Valitse kurssipaketti ennen kuin otat sen käyttöön. Näet, kenen pitäisi perehtyä uudelleen ja mihin teemoihin. Mitään ei vielä muuteta.
archive-what-if-folder = Kurssipaketin kansio
archive-what-if-now = Katso
archive-what-if-reading = Luetaan kurssipakettia ja rekistereitä
archive-what-if-due = { $due ->
    [0] Kukaan ei joutuisi perehtymään uudelleen.
    [one] Yhden pitäisi perehtyä uudelleen.
   *[other] { $due } henkilön pitäisi perehtyä uudelleen.
} Voimassa säilyisi { $stay }. Jo nyt perehdytettäviä on { $already }.
archive-what-if-new-course = Tästä kurssista ei ole vielä yhtään rekisteriä.
archive-pack-broken = Kurssipaketissa on virheitä. Korjaa ne ja katso uudelleen.
archive-publish-text = Kun otat version käyttöön, se on tästä päivästä alkaen se, johon perehdytyksiä verrataan.
archive-publish = Ota käyttöön tänään
archive-published = Käytössä: { $title }, versio { $revision }
archive-doubts-text = Nämä voivat olla sama henkilö kahdella tavalla kirjoitettuna. Mitään ei yhdistetä ennen kuin päätät, ja päätöksen voi perua.
archive-doubts-shown = Mitkä näytetään
archive-doubts-waiting = Odottaa päätöstä ({ $count })
archive-doubts-decided = Päätetty ({ $count })
archive-doubts-none-decided = Mitään ei ole vielä päätetty.
archive-doubts-none = Epäselviä henkilöitä ei ole.
archive-same-person = Sama henkilö
archive-other-person = Eri henkilöt
archive-decided-same = Sama henkilö. Päätti { $who }, { $at }.
archive-decided-other = Eri henkilöt. Päätti { $who }, { $at }.
archive-undo-decision = Peru päätös
archive-joined-already = Yhdistetty toiseen.
archive-open-person = Näytä perehdytykset
archive-joined = Yhdistetty samaksi henkilöksi.
archive-kept-apart = Pidetään eri henkilöinä.
archive-undone = Päätös on peruttu.
archive-list-open = Tee lista perehdytettävistä
archive-list-title = Perehdytettävät
archive-list-text = { $count ->
    [one] Yksi henkilö on perehdytettävä.
   *[other] { $count } henkilöä on perehdytettävä.
} Saat neljä tiedostoa: PDF:n, taulukon (XLSX), tehtävän (.perehdytys) ja sähköpostiluonnoksen, jossa muut ovat liitteinä. Ketkä odottavat allekirjoittajan hyväksymistä, eivät ole listalla.
archive-list-folder = Mihin kansioon
archive-list-to = Kenelle sähköposti (voi jättää tyhjäksi)
archive-list-write = Tee tiedostot
archive-list-writing = Tehdään tiedostoja
archive-list-written = Lista on kansiossa { $folder }
archive-list-failed = Listaa ei voi tehdä ({ $reason }). Kokeile toista kansiota tai kerro tästä ohjelman tekijöille.
archive-list-file = perehdytettavat
archive-list-minutes = Minuuttia
archive-list-why = { $count ->
    [one] Seuraavan henkilön
   *[other] Seuraavien { $count } henkilön
} perehdytys ei ole voimassa. Riittää, että kukin käy häneltä puuttuvat teemat ja läpäisee kokeen.
archive-list-subject = Perehdytettävät: { $course }
archive-letter-greeting = Hei!
archive-letter-text = { $count ->
    [one] Yhden henkilönne perehdytys
   *[other] { $count } henkilönne perehdytys
} ei ole voimassa { $day }. Kurssi: { $course }. Sopisitteko meidän kanssamme, milloin he perehtyvät? Riittää, että kukin käy häneltä puuttuvat teemat.
archive-letter-attached = Sama lista on liitteenä tulostettavana ja taulukkona.
archive-watch-title = Seurattava kansio
archive-watch-text = Nimeä kansio, johon rekisterit tulevat. Niin kauan kuin ohjelma on auki, se tuo uudet rekisterit itse. Keskeneräistä tiedostoa odotetaan, ja alkuperäiset jäävät kansioon.
archive-watch-folder = Kansio, johon rekisterit tulevat
archive-watch-begin = Ala seurata kansiota
archive-watch-stop = Lopeta seuraaminen
archive-watching = Seurataan kansiota { $folder }
archive-watch-again = Yritetään hetken päästä uudelleen.
archive-watch-last = Viimeksi tuli { $at }: otettu talteen { $taken }, oli jo { $known }, jäi sivuun { $aside }.
archive-watch-waiting = { $count ->
    [one] Yksi tiedosto on vielä tulossa.
   *[other] { $count } tiedostoa on vielä tulossa.
}
archive-watch-came = { $taken ->
    [0] Seurattavasta kansiosta jäi sivuun { $aside ->
        [one] yksi tiedosto.
       *[other] { $aside } tiedostoa.
    }
   *[other] Seurattavasta kansiosta otettiin talteen { $taken ->
        [one] yksi rekisteri
       *[other] { $taken } rekisteriä
    }{ $aside ->
        [0] .
        [one] , ja yksi tiedosto jäi sivuun.
       *[other] , ja { $aside } tiedostoa jäi sivuun.
    }
}
archive-tab-check = Tarkistus
archive-evidence-page = sivu { $page }
archive-about-register = Rekisterin tiedot
archive-open-pdf = Avaa PDF
archive-register-title = Rekisteri { $day }
archive-register-came = Tuotu { $at } tiedostosta { $source }, tuoja { $who }
archive-register-digest = Tiedoston tiiviste (SHA-256): { $digest }
archive-register-replaced = Samasta tilaisuudesta on talletettu uudempi tiedosto. Perehdytykset perustuvat siihen.
archive-open-later = Näytä uudempi
archive-countersigned-by = { $count ->
    [one] Lisäksi yksi muu on allekirjoittanut rekisterin.
   *[other] Lisäksi { $count } muuta on allekirjoittanut rekisterin.
}
archive-column-row = Rivi
archive-column-test = Koe
archive-column-page = Sivu
archive-column-day = Päivä
archive-column-place = Paikka
archive-column-people = Henkilöitä
archive-countersign = Allekirjoita myös tilaajana
archive-countersign-not-yet = Voit allekirjoittaa tilaajana, kun rekisterin allekirjoittaja on hyväksytty.
archive-countersign-title = Allekirjoita tilaajana
archive-countersign-text = Rekisteri tarkistetaan ensin kokonaan. Allekirjoituksesi lisätään sen perään, ja aiemmat allekirjoitukset pysyvät voimassa. Myös alkuperäinen tiedosto jää talteen.
archive-countersign-no-key = Tällä koneella ei ole vielä allekirjoitusavainta. Tee ensin avain.
archive-to-keys = Allekirjoitusavaimiin
archive-countersign-saying = Mitä allekirjoitus sanoo
archive-countersign-received = Vastaanotettu
archive-countersign-accepted = Hyväksytty
archive-countersign-place = Paikka (voi jättää tyhjäksi)
archive-countersign-now = Allekirjoita
archive-countersigning = Tarkistetaan ja allekirjoitetaan
archive-countersigned = Rekisteri on nyt myös tilaajan allekirjoittama.
archive-to-signer = Näytä allekirjoittaja
archive-rests-open = Näytä rekisterit ja henkilöt
archive-rests-title = Allekirjoittaja { $name }
archive-rests-registers = Rekisterit ({ $count })
archive-rests-people = Henkilöt ({ $count })
archive-check-title = Onko kaikki tallessa?
archive-check-text = Jokainen talletettu tiedosto luetaan ja verrataan siihen, mitä tuotiin. Samalla keskeytyneet tuonnit viedään loppuun.
archive-check-now = Tarkista nyt
archive-check-working = Tarkistetaan. Voit jatkaa töitä sillä välin.
archive-check-damaged = { $damaged ->
    [one] Yksi tiedosto
   *[other] { $damaged } tiedostoa
} { $registers } rekisteristä ei ole enää se, joka tuotiin.
archive-contractors-then = { $course }: tilanne { $day } silloin voimassa olleen version mukaan.
