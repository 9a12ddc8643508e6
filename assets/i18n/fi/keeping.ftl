# How the records are kept: personal data, retention, copies, log
keeping-tab-person = Henkilön tiedot
keeping-tab-retention = Säilytysaika
keeping-tab-copies = Varmuuskopio
keeping-tab-log = Loki

keeping-person-text = Hae henkilö, joka pyytää tietojaan nähtäväksi tai poistettavaksi.
keeping-another-person = Takaisin hakuun
keeping-export-title = Kaikki, mitä hänestä säilytetään
keeping-export-text = Tiedostoon tulevat hänen rivinsä kaikista rekistereistä allekirjoituksineen, eikä mitään muista. Voit antaa sen hänelle.
keeping-export-name = henkilotiedot.txt
keeping-export-file = Tiedosto (.txt luettavaksi, .json koneelle)
keeping-export-now = Kirjoita tiedosto
keeping-exported = Tiedosto on valmis: { $path }

keeping-erase-title = Poista hänen tietonsa
keeping-erase-text = Hän häviää hausta ja rekistereistä. Muiden perehdytykset pysyvät voimassa, ja loki kertoo vain, että joku on poistettu.
keeping-erase-redacted = { $course }, { $day }: rekisterin tilalle tulee uusi, josta hänen rivinsä on poistettu. { $others ->
    [0] Muita ei ole.
    [one] Yksi muu osallistuja säilyy.
   *[other] { $others } muuta osallistujaa säilyy.
}
keeping-erase-removed = { $course }, { $day }: rekisteri poistetaan kokonaan.
keeping-erase-aside = Sivuun jäänyt tiedosto poistetaan: { $name }
keeping-erase-doubts = { $count ->
    [one] Yksi kysymys siitä, kuka hän on, poistetaan.
   *[other] { $count } kysymystä siitä, kuka hän on, poistetaan.
}
keeping-erase-untouched = Vanhassa kirjastokansiossa tiedot ovat yhä. Hävitä se itse: { $path }
keeping-erase-copies = Varmuuskopioista ja lähetetyistä tiedostoista tiedot eivät poistu.
keeping-sign-with = Allekirjoita tilaajan avaimella
keeping-no-key = Tällä koneella ei ole vielä allekirjoitusavainta.
keeping-make-key = Tee avain
keeping-erase-sure = Olen tarkistanut, kenestä on kyse. Tätä ei voi perua.
keeping-erase-now = Poista { $name }
keeping-erase-working = Poistetaan. Älä sulje ikkunaa.
keeping-erased = Henkilö on poistettu. Uusia rekistereitä tehtiin { $redacted }, kokonaan poistettiin { $removed }.
keeping-unclear = Tiedot on poistettu, mutta toinen ohjelma lukee rekisterikirjastoa, joten viimeiset jäljet siivotaan, kun kirjasto seuraavan kerran tarkistetaan.
keeping-mention-row = Rekisterissä on yhä sama nimi: rivi { $row }. Katso, onko se poistettu henkilö.
keeping-mention-session = Tilaisuuden tiedoissa on yhä sama nimi. Katso, onko se poistettu henkilö.
keeping-open-redacted = Avaa rekisteri { $digest }

keeping-retention-text = Rekisteri on voimassa niin kauan kuin jonkun perehdytys voi perustua siihen. Säilytysaika alkaa siitä. Mitään ei poisteta itsestään.
keeping-retention-title = Kuinka kauan rekistereitä säilytetään
keeping-retention-all = Kaikki kurssit ja sivuun jääneet tiedostot
keeping-retention-stands = { $years ->
    [one] Vuosi
   *[other] { $years } vuotta
} voimassaolon päätyttyä. Asettaja: { $by }, { $at }.
keeping-retention-none = Säilytysaikaa ei ole: rekisterit säilyvät, kunnes joku poistaa ne.
keeping-retention-as-all = Sama kuin kaikilla kursseilla.
keeping-retention-years = Vuosia: { $course }
keeping-retention-set = Aseta
keeping-retention-clear = Ota pois
keeping-retention-is-set = Säilytysaika on muutettu.
keeping-sweep-title = Minkä säilytysaika on kulunut
keeping-sweep-nothing = Minkään säilytysaika ei ole kulunut.
keeping-sweep-total = Rekistereitä { $registers }, kokonaan häviäviä henkilöitä { $people }, sivuun jääneitä tiedostoja { $asides }.
keeping-sweep-register = { $course }, { $day }: voimassa { $ended } asti, { $people ->
    [one] yksi henkilö
   *[other] { $people } henkilöä
}.
keeping-sweep-more = Ja { $count } muuta rekisteriä.
keeping-sweep-people = Häviävät henkilöt: { $names }
keeping-sweep-asides = Häviävät tiedostot: { $names }
keeping-sweep-sure = Olen katsonut luettelon. Tätä ei voi perua.
keeping-sweep-now = Poista nämä
keeping-swept = Poistettu: rekistereitä { $registers }, henkilöitä { $people }, sivuun jääneitä tiedostoja { $asides }.
keeping-sweep-changed = Rekisterikirjasto muuttui kesken kaiken, joten mitään ei poistettu. Katso luettelo uudelleen.

keeping-backup-title = Kopioi rekisterikirjasto
keeping-backup-text = Valitse tyhjä kansio, mieluiten toiselta levyltä. Kopiossa on kaikki: rekisterit, päätökset ja loki.
keeping-backup-folder = Tyhjä kansio
keeping-backup-now = Kopioi
keeping-backed-up = { $registers ->
    [one] Kopioitu: yksi rekisteri.
   *[other] Kopioitu: { $registers } rekisteriä.
}
keeping-restore-title = Palauta kopiosta
keeping-restore-text = Kirjastosta tulee sellainen kuin se oli kopiota otettaessa. Sen jälkeen poistetut henkilöt palaavat: poista heidät uudelleen.
keeping-restore-folder = Kopion kansio
keeping-restore-replaces = Korvaa nykyinen rekisterikirjasto; se jää talteen omaan kansioonsa
keeping-restore-now = Palauta
keeping-restored = { $registers ->
    [one] Palautettu: yksi rekisteri.
   *[other] Palautettu: { $registers } rekisteriä.
}
keeping-backup-not-empty = Kansiossa on jo jotakin. Valitse tyhjä kansio.
keeping-restore-not-empty = Kirjastossa on jo rekistereitä. Jos haluat korvata sen kopiolla, merkitse ensin valinta ruutuun.
keeping-copies-working = Odota hetki, tiedostoja kopioidaan.

keeping-log-text = Kuka teki mitä ja milloin. Kun jonkun tiedot poistetaan, nimi häviää lokistakin.
keeping-log-when = Milloin
keeping-log-who = Kuka
keeping-log-imported = Toi rekisterin: { $session }, { $people ->
    [one] yksi osallistuja
   *[other] { $people } osallistujaa
}
keeping-log-what = Mitä
keeping-log-more = Näytä vanhempia
