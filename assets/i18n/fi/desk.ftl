desk-choose = Valitse…
desk-choose-file = Valitse: { $what }
desk-no-dialog = Tiedostovalinta ei aukea tällä koneella. Kirjoita polku kenttään ja paina Enter.
desk-work-stopped = Toiminto keskeytyi virheeseen. Mitään ei kadonnut. Yritä uudelleen.
desk-no-session = Tilaisuutta ei ole auki. Palaa aloitusnäyttöön.
desk-name-empty = Kirjoita nimi.
desk-company-empty = Kirjoita yritys.
desk-identifier-empty = Kirjoita tunniste.
desk-too-long = Liian pitkä. Enintään { $limit } merkkiä mahtuu.
desk-bad-character = Tekstissä on merkki, jota rekisteriin ei voi painaa ({ $code }). Poista se.
desk-bad-tax-number = Veronumerossa on 12 numeroa. Katso se työmaan henkilötunnisteesta.
desk-bad-email = Sähköpostiosoite on muotoa nimi@yritys.fi.
desk-signed-in-already = { $name } ({ $company }) on jo ilmoittautunut.
desk-signature-missing = Allekirjoitus puuttuu. Piirrä se kenttään tai valitse alta muu tapa.
desk-session-is-closed = Tilaisuus on päätetty. Uusia osallistujia ei voi kirjata.
desk-welcome = Tervetuloa, { $name }! Paikalla nyt { $number }.
desk-sign-in-title = Ilmoittautuminen
desk-sign-in-count = Paikalla { $present }{ $missing -> 
    [0] .
   *[other] , odotetaan vielä { $missing }.
}
desk-start-course = Aloita kurssi
desk-start-needs-people = Kurssi alkaa, kun ainakin yksi on ilmoittautunut.
desk-back-to-room = Takaisin kurssiin
desk-show-projector = Tervetuloa-kuva projektorille
desk-tax-number = Veronumero
desk-employee-number = Työntekijänumero
desk-email = Sähköposti
desk-name = Nimi
desk-name-hint = Etunimi Sukunimi
desk-name-hint-expected = Kirjoita nimen alkua, niin lista ehdottaa
desk-company = Yritys
desk-role = Tehtävä
desk-signature = Allekirjoitus
desk-signs-here = Allekirjoittaa tähän
desk-signs-on-paper = Allekirjoittaa paperille
desk-is-vouched-for = Perehdyttäjä todistaa
desk-way-of-signing = Miten allekirjoitetaan
desk-sign-in = Ilmoittaudu
desk-clear-form = Tyhjennä lomake
desk-sign-in-keys = Enter siirtyy eteenpäin, Ctrl+Enter ilmoittautuu.
desk-signature-proves-nothing = Piirretty allekirjoitus ei todista henkilöllisyyttä. Se liitetään osallistujarekisteriin.
desk-missing-title = Puuttuu vielä { $count }
desk-nobody-missing = Kaikki odotetut ovat paikalla.
desk-choose-person = Valitse { $name } { $company }
desk-arrived-title = Ilmoittautunut { $count }
desk-nobody-yet = Kukaan ei ole vielä ilmoittautunut.
desk-arrived-at = Saapui
desk-walk-in = ei listalla
desk-settings-title = Asetukset
desk-settings-window = Ikkuna
desk-settings-language = Kieli
desk-settings-look = Ulkoasu
desk-settings-names = Nimet, joita ehdotetaan uuteen tilaisuuteen
desk-trainer = Perehdyttäjä
desk-organiser = Järjestäjä
desk-identity-title = Allekirjoitusavain
desk-identity-what-for = Avaimella allekirjoitetaan osallistujarekisteri, jotta jokainen voi tarkistaa, ettei sitä ole muutettu.
desk-identity-open = Hallitse avaimia
desk-about-title = Tietoja ohjelmasta
desk-about-version = Perehdytin { $version }
desk-about-program = Ohjelma on vapaa: voit käyttää, kopioida ja muuttaa sitä MIT- tai Apache 2.0 -lisenssin ehdoin.
desk-about-fonts = Kirjasimet Atkinson Hyperlegible Next ja Noto Sans: SIL Open Font License 1.1.
desk-about-data = Henkilötiedot ovat vain tämän koneen kansiossa: { $path }
desk-open-folder = Avaa kansio
desk-disk-good = Levyllä on tilaa { $amount } Gt.
desk-disk-caution = Levyllä on tilaa enää { $amount } Gt. Se riittää tilaisuuteen, mutta tyhjennä levyä pian.
desk-disk-bad = Levy on täynnä (vapaana { $amount } Gt). Poista tiedostoja, ennen kuin aloitat.
desk-disk-unknown = Levyn vapaata tilaa ei saatu selville ({ $reason }).
desk-folder-not-writable = Tietokansioon ei voi kirjoittaa ({ $reason }). Tarkista oikeudet.
desk-key-good = Allekirjoitusavain on valmiina: { $name }.
desk-key-missing = Allekirjoitusavainta ei vielä ole. Tee se nyt tai tilaisuuden lopussa.
desk-key-unknown = Allekirjoitusavaimia ei voitu lukea ({ $reason }).
desk-displays-unknown = Projektori: avaa kuva F6-näppäimellä ja tarkista, että se näkyy.
desk-displays-one = Vain yksi näyttö. Kytke projektori ennen aloitusta, tai esitä tältä näytöltä.
desk-displays-several = Näyttöjä on { $count }: projektorikuva avautuu toiselle.
desk-reading-pack = Luetaan kurssia: { $folder }
desk-prepare-title = Uusi perehdytystilaisuus
desk-prepare-kept = Voit jättää valmistelun kesken: kaikki säilyy.
desk-prepare-again = Aloita valmistelu alusta
desk-course-title = 1 · Kurssi
desk-looking-for-packs = Etsitään kurssipaketteja
desk-no-packs = Kurssipakettia ei löytynyt. Valitse alta kansio, jossa on tiedosto course.ron.
desk-other-pack = Muu kurssipaketin kansio
desk-profile-title = 2 · Kieli ja tilaaja
desk-room-language = Tilaisuuden kieli
desk-whose-promises = Tilaajan lupaukset ja yhteystiedot
desk-profile-example = { $name } (keksitty esimerkki)
desk-profile-mistakes = { $count -> 
    [one] Profiilissa on virhe
   *[other] Profiilissa on { $count } virhettä
}: { $file }
desk-other-profile = Muu profiilitiedosto
desk-example-is-made-up = { $name } on keksitty. Sen lupaukset, summat ja puhelinnumerot eivät ole oikeita. Valitse tilaajan oma profiili, kun perehdytät oikeita asentajia.
desk-hours-and-minutes = { $hours } h { $minutes } min
desk-only-minutes = { $minutes } min
desk-course-facts = { $length } · { $themes ->
    [one] { $themes } teema
   *[other] { $themes } teemaa
} · { $languages } · versio { $revision }
desk-pack-warnings = { $count -> 
    [one] Kurssissa on yksi huomautus. Sitä voi silti käyttää.
   *[other] Kurssissa on { $count } huomautusta. Sitä voi silti käyttää.
}
desk-show-findings = Näytä, mitä ja missä
desk-pack-mistakes = { $count -> 
    [one] Kurssia { $name } ei voi käyttää: siinä on virhe.
   *[other] Kurssia { $name } ei voi käyttää: siinä on { $count } virhettä.
}
desk-details-title = 3 · Paikka ja perehdyttäjä
desk-place = Paikka
desk-place-hint = esim. Kerhotalo, kokoushuone 2
desk-organiser-help = Kuka tilaisuuden järjestää. Usein tilaaja.
desk-organiser-is = Tilaaja järjestää: { $name }
desk-checklist-title = 5 · Ennen aloitusta ({ $done }/{ $total })
desk-people-title = { $count -> 
    [0] 4 · Ketä odotetaan
   *[other] 4 · Ketä odotetaan ({ $count })
}
desk-people-optional = Lista nopeuttaa ilmoittautumista. Ilmankin voi aloittaa, ja kuka tahansa voi tulla listan ulkopuolelta.
desk-list-file = Lista tiedostosta (XLSX tai CSV)
desk-cell-of-row = { $column }, rivi { $row }
desk-remove-row = Poista rivi { $row }
desk-add-row = Lisää rivi
desk-paste-label = Liitä lista
desk-paste-help = Yksi osallistuja riville: nimi, yritys, tehtävä. Väliin sarkain, puolipiste tai pilkku.
desk-reading-list = Luetaan listaa
desk-by-headings = Sarakkeet tunnistettiin otsikoista.
desk-by-position = Sarakkeet järjestyksessä: nimi, yritys, tehtävä, tunniste.
desk-preview-counts = { $taken -> 
    [one] Yksi osallistuja luettiin
   *[other] { $taken } osallistujaa luettiin
}{ $left -> 
    [0] .
    [one] , yksi rivi jää pois.
   *[other] , { $left } riviä jää pois.
}
desk-unknown-headings = Näitä sarakkeita ei käytetä: { $names }
desk-row = Rivi
desk-remarks = Huomautukset
desk-add-people = { $count -> 
    [one] Lisää yksi osallistuja listalle
   *[other] Lisää { $count } osallistujaa listalle
}
desk-drop-preview = Hylkää
desk-row-without-name = Nimi puuttuu.
desk-row-too-long = Liian pitkä: { $beginning }…
desk-row-twice = { $name } on jo listalla.
desk-row-unused = Ei käytetä: { $cells }
desk-list-unreadable = Tiedostoa ei voitu lukea ({ $reason }). Tarkista polku ja se, ettei tiedosto ole yli 8 Mt.
desk-list-not-a-workbook = Työkirjaa ei voitu avata ({ $reason }). Poista salasana tai tallenna lista CSV-muodossa.
desk-list-too-long = Listassa on yli 2 000 riviä. Jätä siihen tämän tilaisuuden osallistujat.
desk-list-empty = Listassa ei ole mitään.
desk-ready-title = 6 · Koneen tarkistus
desk-ready-asking = Tarkistetaan
desk-clock-says = Koneen kello on { $time } ({ $offset }). Rekisterin ajat tulevat siitä: tarkista, että se on oikeassa.
desk-draft-not-kept = Valmistelun tallennus ei onnistu. Älä sulje ohjelmaa ennen aloitusta.
desk-ready-again = Tarkista uudelleen
desk-make-key = Tee allekirjoitusavain
desk-try-projector = Kokeile projektoria
desk-close-projector = Sulje projektorikuva
desk-starting = Avataan tilaisuutta
desk-cannot-start = Korjaa ensin punaisella merkityt kohdat yltä.
desk-open-sign-in = Avaa ilmoittautuminen
desk-open-sign-in-hint = Tästä alkaen kaikki tallentuu heti. Kurssi alkaa vasta, kun painat Aloita kurssi.
desk-profile-unusable = Valittua profiilia ei voi käyttää. Korjaa se tai valitse toinen.
desk-place-empty = Kirjoita paikka.
desk-trainer-empty = Kirjoita perehdyttäjän nimi.
desk-organiser-empty = Kirjoita järjestäjä.
desk-expected-without-name = Osallistujalistan riviltä { $row } puuttuu nimi.
desk-back-to-preparation = Takaisin valmisteluun
desk-reading-keys = Luetaan avaimia
desk-make-new-key = Tee uusi avain
desk-import-key = Tuo avain tiedostosta
desk-signer-empty = Kirjoita nimi.
desk-signer-name = Allekirjoittajan nimi
desk-signer-name-help = Nimi näkyy rekisterin allekirjoituksessa.
desk-signer-organisation = Organisaatio (voi jättää tyhjäksi)
desk-passphrase-cannot-be-recovered = Tunnuslausetta ei voi palauttaa. Jos se unohtuu, tee uusi avain: jo allekirjoitetut rekisterit pysyvät voimassa.
desk-making-key = Tehdään avainta
desk-passphrase-too-short = Vähintään { $least } merkkiä.
desk-new-passphrase = Uusi tunnuslause
desk-passphrase-help = Neljä satunnaisesti valittua sanaa on hyvä: helppo muistaa, vaikea arvata.
desk-strength-short = Liian lyhyt, tarvitaan { $least } merkkiä
desk-strength-weak = Heikko: jatka vielä muutamalla sanalla
desk-strength-fair = Tunnuslause on kelpo
desk-strength-good = Tunnuslause on hyvä
desk-passphrases-differ = Tunnuslauseet eivät ole samat.
desk-passphrase-again = Tunnuslause uudelleen
desk-key-opens = Tunnuslause on oikea.
desk-passphrase-changed = Tunnuslause on vaihdettu. Vanhat varmuuskopiot avautuvat yhä vanhalla.
desk-key-backed-up = Varmuuskopio on tehty: { $path }
desk-key-imported = Avain on tuotu: { $name }
desk-key-removed = Avain on poistettu tältä koneelta: { $name }
desk-key-made = Avain on valmis: { $name }. Tee siitä heti varmuuskopio.
desk-key-own = tehty tällä koneella
desk-key-from-file = tuotu tiedostosta
desk-key-expired = vanhentunut
desk-key-dates = Lisätty { $added }, voimassa { $until } asti
desk-try-passphrase = Kokeile tunnuslausetta
desk-try-passphrase-help = Näet, muistatko tunnuslauseen oikein. Mitään ei muutu.
desk-change-passphrase = Vaihda tunnuslause
desk-back-up-key = Tee varmuuskopio
desk-remove-key = Poista avain
desk-fingerprint-label = Sormenjälki
desk-fingerprint-to-tell = Sormenjälki. Kerro se niille, joiden pitää luottaa allekirjoitukseesi.
desk-copy-fingerprint = Kopioi sormenjälki
desk-opening-key = Avataan avainta
desk-remove-key-now = Poista tältä koneelta
desk-passphrase = Tunnuslause
desk-old-passphrase = Nykyinen tunnuslause
desk-back-up-help = Varmuuskopio on sama salattu tiedosto: se avautuu samalla tunnuslauseella. Säilytä se muualla kuin tällä koneella. Sillä voit myös siirtää avaimen toiselle koneelle.
desk-back-up-to = Varmuuskopion tiedosto
desk-import-help = Varmuuskopio toiselta koneelta tai yrityksen oma varmenne (PKCS#12, pääte .p12 tai .pfx).
desk-key-file = Avaintiedosto
desk-import-passphrase-help = Se, jolla tiedosto on salattu. Avain jää saman tunnuslauseen taakse.
desk-remove-key-warning = Ilman varmuuskopiota avain katoaa pysyvästi. Sillä allekirjoitetut rekisterit pysyvät voimassa, mutta uusia sillä ei voi allekirjoittaa.
desk-remove-key-sure = Avaimesta on varmuuskopio, tai en tarvitse sitä enää.
desk-verify-title = Tarkista rekisteri
desk-verify-what-for = Pudota rekisteri (register.pdf) ikkunaan tai valitse se. Tarkistus ei vaadi verkkoyhteyttä, eikä se tee tiedostoon muutoksia.
desk-verify-files = Rekisteritiedosto
desk-verify-now = Tarkista
desk-verifying = Tarkistetaan: { $name }
desk-trust-unreadable = Luotettujen allekirjoittajien luetteloa ei voi lukea ({ $reason }).
desk-trust-signer = Luota allekirjoittajaan { $name }
desk-show-data = Näytä tiedot taulukkona
desk-open-register = Avaa PDF
desk-trust-title = Luotetaanko tähän allekirjoittajaan?
desk-trust-explained = Varmenteessa lukee { $who }, mutta nimen voi kirjoittaa kuka tahansa. Soita allekirjoittajalle numeroon, jonka tiedät oikeaksi, ja vertaa sormenjälkeä.
desk-trust-name = Millä nimellä hänet tunnetaan tällä koneella
desk-trust-compared = Vertasin sormenjälkiä, ja ne ovat samat.
desk-trust-yes = Luota allekirjoittajaan
desk-trusted-title = Luotetut allekirjoittajat ({ $count })
desk-trusted-since = Luotettu { $at } alkaen
desk-trust-no-longer = Älä luota enää: { $name }
desk-data-course-part = Kurssin versio { $revision }, osittainen perehdytys: { $themes }/{ $whole } teemaa
desk-data-course = Kurssin versio { $revision }, { $themes ->
    [one] { $themes } teema
   *[other] { $themes } teemaa
}
desk-data-studied = Itseopiskelu, { $from } – { $to }
desk-data-subscriber = Järjestäjä { $organiser } · tilaaja { $subscriber }
desk-data-held = { $place }, { $from } – { $to }
desk-data-people = Perehdyttäjä { $trainer } · järjestäjä { $organiser } · tilaaja { $subscriber }
desk-data-journal = Tapahtumalokissa { $events } tapahtumaa, viimeinen tiiviste { $head }
desk-identifier = Tunniste
desk-minutes-present = Min
desk-themes-attended = Teemat
desk-test-result = Koe
desk-data-corrections = { $count -> 
    [one] Rekisterissä on yksi korjaus perusteluineen.
   *[other] Rekisterissä on { $count } korjausta perusteluineen.
}
desk-test-passed = hyväksytty
desk-test-failed = ei hyväksytty
desk-test-not-taken = ei tehty
desk-finish-title = Päätä tilaisuus
desk-finish-text = Tarkista, mikä on kesken. Mikään näistä ei estä päättämistä.
desk-open-ends-title = Vielä avoinna
desk-closing-explained = Päättäminen lukitsee kirjaukset. Rekisterin allekirjoitat heti sen jälkeen tai myöhemmin.
desk-close-try-again = Tilaisuus on yhä auki ja kaikki tallessa. Korjaa vika ja yritä päättää uudelleen.
desk-closing = Päätetään tilaisuutta
desk-nobody-to-register = Kukaan ei ole ilmoittautunut, joten rekisteriä ei synny. Voit poistaa tilaisuuden aloitusnäytöstä.
desk-close-session = Päätä tilaisuus…
desk-close-title = Päätetäänkö tilaisuus?
desk-close-people = { $count -> 
    [one] Rekisteriin tulee yksi osallistuja.
   *[other] Rekisteriin tulee { $count } osallistujaa.
}
desk-close-present = { $count -> 
    [one] Yksi on yhä paikalla. Hänet merkitään lähteneeksi nyt, ilman allekirjoitusta.
   *[other] { $count } on yhä paikalla. Heidät merkitään lähteneiksi nyt, ilman allekirjoitusta.
}
desk-close-is-final = Päättämisen jälkeen mitään ei voi lisätä eikä korjata.
desk-close-now = Päätä nyt
desk-after-title = Tilaisuuden jälkeen
desk-nothing-open = Kaikki on tehty.
desk-open-still-here = { $count -> 
    [one] Ei ole kuitannut lähtöään: { $names }
   *[other] { $count } ei ole kuitannut lähtöään: { $names }
}
desk-open-in-attempt = { $count -> 
    [one] Koe on kesken: { $names }
   *[other] Koe on kesken { $count } osallistujalla: { $names }
}
desk-open-untested = { $count -> 
    [one] Ei ole tehnyt loppukoetta: { $names }
   *[other] { $count } ei ole tehnyt loppukoetta: { $names }
}
desk-open-may-try-again = { $count -> 
    [one] Koetta ei hyväksytty, voi yrittää uudelleen: { $names }
   *[other] Koetta ei hyväksytty { $count } osallistujalta, he voivat yrittää uudelleen: { $names }
}
desk-open-questions = { $count -> 
    [one] Yksi kysymys on yhä auki.
   *[other] { $count } kysymystä on yhä auki.
}
desk-open-themes = { $count -> 
    [one] Käymättä jäi teema { $titles }
   *[other] Käymättä jäi { $count } teemaa: { $titles }
}
desk-open-feedback = Palautteita { $given }, osallistujia { $people }.
desk-open-to-do = { $count -> 
    [one] Muistilistalla on yksi kohta tekemättä.
   *[other] Muistilistalla on { $count } kohtaa tekemättä.
}
desk-names-and-more = { $names } ja { $more ->
    [one] yksi muu
   *[other] { $more } muuta
}
desk-checking-own = Tarkistetaan valmis rekisteri
desk-sign-title = Allekirjoita rekisteri
desk-is-closed = Tilaisuus päätettiin { $at }. Kirjaukset ovat tallessa.
desk-sign-text = Allekirjoitus tekee rekisteristä sellaisen, että jokainen muutos siihen näkyy.
desk-first-key-text = Tällä koneella ei ole vielä allekirjoitusavainta. Tee se tässä: rekisteri allekirjoitetaan heti sillä.
desk-other-key-text = Rekisteri allekirjoitetaan heti uudella avaimella. Vanha avain jää talteen.
desk-sign-later = Allekirjoita myöhemmin
desk-sign-later-hint = Tilaisuus odottaa aloitusnäytössä.
desk-sign-with = Millä avaimella
desk-passphrase-ways-out = Etkö muista? Voit allekirjoittaa uudella avaimella tai myöhemmin.
desk-files-go-to = Tiedostot kirjoitetaan kansioon { $path }
desk-folder-ways-out = Vapauta tilaa ja yritä uudelleen, valitse toinen kansio tai allekirjoita myöhemmin. Mitään ei ole kadonnut.
desk-other-folder = Kirjoita toiseen kansioon
desk-folder-for-files = Kansio tiedostoille
desk-try-again = Yritä uudelleen
desk-sign-now = Allekirjoita ja kirjoita tiedostot
desk-sign-with-new-key = Allekirjoita uudella avaimella
desk-done-title = Rekisteri on valmis
desk-files-title = Tiedostot
desk-show-register = Näytä rekisteri
desk-register-is = Allekirjoitettu osallistujarekisteri. Toimita tämä tilaajalle.
desk-show-report = Näytä raportti
desk-report-is = Tulokset ja palaute. Ketään ei mainita nimeltä.
desk-show-workbook = Näytä taulukko
desk-workbook-is = Osallistujat Excel-taulukkona.
desk-show-csv = Näytä CSV
desk-csv-is = Osallistujat muita ohjelmia varten.
desk-show-feedback-file = Näytä palaute (JSON)
desk-feedback-file-is = Palaute ja tulokset muita ohjelmia varten. Ketään ei mainita nimeltä.
desk-not-at-home = Tiedostot ovat vain tässä kansiossa. Tilaisuuden omaan kansioon ei mahtunut kopiota, joten aloitusnäyttö näyttää sen yhä allekirjoittamattomana.
desk-own-check = Ohjelman oma tarkistus
desk-own-check-failed = Valmista rekisteriä ei voitu lukea takaisin ({ $reason }). Allekirjoita uudelleen toiseen kansioon.
desk-done = Valmis
desk-sign-again = Allekirjoita uudelleen
desk-list-not-added = { $count -> 
    [one] Luetussa listassa on osallistuja, jota ei ole lisätty. Lisää tai hylkää lista ensin.
   *[other] Luetussa listassa on { $count } osallistujaa, joita ei ole lisätty. Lisää tai hylkää lista ensin.
}
desk-next-please = Kirjoita nimesi ja yrityksesi, piirrä allekirjoitus.
desk-back-to-signing = Takaisin allekirjoittamaan
desk-profile-lacks = Profiilista puuttuu, mitä kurssi siltä kysyy: { $names }. Lisää ne profiilitiedostoon.
desk-profile-unfit = Valittu profiili ei riitä tälle kurssille. Täydennä se tai valitse toinen.
