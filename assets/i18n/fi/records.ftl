records-aside-not-a-register = Tiedosto ei ole rekisteri tai se on vioittunut. Pyydä lähettäjältä alkuperäinen tiedosto.
records-aside-unsigned = Tiedostossa ei ole allekirjoitusta. Pyydä allekirjoitettu rekisteri.
records-aside-coverage = Allekirjoitus ei kata koko tiedostoa. Pyydä lähettäjältä alkuperäinen tiedosto.
records-aside-appended = Tiedoston loppuun on lisätty { $bytes ->
    [one] yksi tavu
   *[other] { $bytes } tavua
} allekirjoittamisen jälkeen. Pyydä lähettäjältä alkuperäinen tiedosto.
records-aside-changed = Tiedosto on muuttunut allekirjoittamisen jälkeen. Pyydä lähettäjältä alkuperäinen tiedosto.
records-aside-signature = Allekirjoitus on vioittunut tai väärennetty. Selvitä lähettäjältä, mistä tiedosto on peräisin.
records-aside-certificate = Varmenteella ei saa allekirjoittaa rekisteriä, tai se ei ollut silloin voimassa. Pyydä uudelleen allekirjoitettu rekisteri.
records-aside-update = Tiedostoa on muokattu allekirjoittamisen jälkeen. Pyydä lähettäjältä alkuperäinen tiedosto.
records-aside-no-data = Tiedosto on allekirjoitettu, mutta siinä ei ole rekisterin tietoja. Tarkista, että kyseessä on register.pdf.
records-aside-newer = Rekisteri on tehty uudemmalla ohjelmalla (muoto { $version }). Päivitä ohjelma ja tuo tiedosto uudelleen.
records-aside-contradicts = Sivut ja liitteenä olevat tiedot ovat ristiriidassa. Selvitä asia allekirjoittajan kanssa.
records-aside-contradicts-rows = Piirretty allekirjoitus ei kuulu riviinsä (rivit { $rows }). Selvitä asia allekirjoittajan kanssa.
records-aside-rehearsal = Harjoitus: osallistujat ovat keksittyjä. Jos haluat silti tuoda sen, käytä valintaa --rehearsals.
records-aside-future = Tilaisuus päättyy rekisterin mukaan vasta { $ended_at }. Tarkista tämän koneen kello ja tilaisuuden aika.
records-aside-unfit = Rekisterin kenttä { $field } on mahdoton. Selvitä asia allekirjoittajan kanssa.
records-aside-too-large = Tiedosto on suurempi kuin { $limit } Mt. Mikään rekisteri ei ole niin suuri.
records-file-error = Tiedostoa ei voi käsitellä ({ $reason }). Tarkista polku ja oikeudet: { $path }
records-disk-full = Levy on täynnä. Vapauta tilaa ja yritä uudelleen: { $path }
records-disk-refuses = Levylle ei mahdu enempää: tilakiintiö tai tiedostojen kokoraja on täynnä, tai levy on rikki. Vapauta tilaa tai vaihda levyä ja yritä uudelleen: { $path }
records-database = Rekisterikirjastoa ei voi käsitellä ({ $reason }). Palauta se varmuuskopiosta, jos vika ei katoa: { $path }
records-not-records = Tiedosto ei ole tämän ohjelman rekisterikirjasto. Siirrä se muualle tai valitse toinen kansio: { $path }
records-too-new = Rekisterikirjasto on tehty uudemmalla ohjelmalla (versio { $version }). Päivitä ohjelma: { $path }
records-in-use = Toinen ohjelma käyttää rekisterikirjastoa pitkään. Odota sen valmistumista ja yritä uudelleen: { $path }
records-no-thread = Tarkistusta ei voi aloittaa ({ $reason }). Sulje muita ohjelmia ja yritä uudelleen.
records-unknown = Ei löydy: { $what }
records-ambiguous = Tarkoittaa useampaa. Anna enemmän merkkejä: { $what }
records-not-yet = { $date } on vasta tulossa. Anna tämä päivä tai aiempi.
records-deed-imported = Toi rekisterin { $digest }…, { $people ->
    [one] yksi osallistuja
   *[other] { $people } osallistujaa
}
records-deed-replaced = Rekisteri { $digest }… korvasi saman tilaisuuden rekisterin { $earlier }…
records-deed-set-aside = Siirrettiin sivuun: { $name }
records-deed-accepted = Hyväksyi allekirjoittajan { $name } ({ $fingerprint }…)
records-deed-revoked = Perui allekirjoittajan { $name } hyväksynnän ({ $fingerprint }…): { $reason }
records-deed-published = Otti käyttöön kurssin { $course } version { $revision } alkaen { $since }
records-deed-same = Päätti epäselvyydestä { $doubt }: sama henkilö
records-deed-different = Päätti epäselvyydestä { $doubt }: eri henkilöt
records-deed-undone = Perui päätöksen epäselvyydestä { $doubt }
records-deed-exported = Tallensi henkilön { $person } tiedot tiedostoon
records-deed-backed-up = Otti varmuuskopion, { $registers ->
    [one] yksi rekisteri
   *[other] { $registers } rekisteriä
}
records-deed-restored = Palautti varmuuskopiosta, { $registers ->
    [one] yksi rekisteri
   *[other] { $registers } rekisteriä
}
records-imported = Tuotu, { $people ->
    [one] yksi osallistuja
   *[other] { $people } osallistujaa
}: { $path }
records-replacing = Korvaa saman tilaisuuden aiemman tiedoston. Molemmat säilytetään.
records-not-accepted-yet = Allekirjoittajaa ei ole hyväksytty, joten tämä ei vielä päde.
records-older = Saman tilaisuuden uudempi tiedosto on jo voimassa, tämäkin säilytetään: { $path }
records-known = On jo kirjastossa: { $path }
records-set-aside = Sivuun: { $path }
    { $reason }
records-import-sum = Tuotu { $imported }, jo kirjastossa { $known }, sivuun { $aside }.
records-import-left = { $count ->
    [one] Yksi tiedosto jäi tuomatta.
   *[other] { $count } tiedostoa jäi tuomatta.
} Tuo samat tiedostot uudelleen: jo tuodut pysyvät ennallaan.
records-passed-over = { $count ->
    [one] Yksi tiedosto ohitettiin, koska se ei ole rekisteri eikä palautetiedosto.
   *[other] { $count } tiedostoa ohitettiin, koska ne eivät ole rekistereitä eivätkä palautetiedostoja.
}
records-accept-hint = Katso allekirjoittajat: perehdytin records signers
records-no-signers = Allekirjoittajia ei vielä ole. Tuo ensin rekistereitä.
records-signer-undecided = Ei vielä hyväksytty. Varmista sormenjälki häneltä itseltään ennen kuin hyväksyt.
records-signer-accepted = Hyväksytty { $at }, hyväksyjä { $by }
records-signer-revoked = Peruttu { $at }, peruja { $by }: { $reason }
records-signer-rests = Rekistereitä { $registers }, henkilöitä { $people }
records-signer-namesake = Varo: samanniminen allekirjoittaja on hyväksytty, mutta tällä on eri avain.
records-accepted = Hyväksytty: { $name }. Voimaan tulivat heti { $registers ->
    [one] yksi rekisteri
   *[other] { $registers } rekisteriä
} ja { $people ->
    [one] yksi henkilö
   *[other] { $people } henkilöä
} niissä.
records-revoked = Peruttu: { $name }. Tämän varassa olivat { $registers ->
    [one] yksi rekisteri
   *[other] { $registers } rekisteriä
} ja { $people ->
    [one] yksi henkilö
   *[other] { $people } henkilöä
} niissä.
records-nothing-aside = Sivussa ei ole mitään.
records-aside-came = Siirretty sivuun { $at }, tuoja { $by }
records-empty-log = Lokissa ei ole vielä mitään.
records-checked = Tarkistettu { $registers ->
    [one] yksi rekisteri
   *[other] { $registers } rekisteriä
}: kaikki tavut tallessa.
records-check-missing = Tiedosto puuttuu. Palauta se varmuuskopiosta tai tuo uudelleen: { $digest }
records-check-changed = Tiedosto on muuttunut levyllä. Palauta se varmuuskopiosta tai tuo uudelleen: { $digest }
records-check-recovered = { $count ->
    [one] Yhden keskeytyneen tuonnin tiedosto vietiin loppuun.
   *[other] { $count } keskeytyneen tuonnin tiedostoa vietiin loppuun.
}
records-later-decision = Päätös { $doubt } on tehty myöhemmin saman henkilön tiedoista. Peru se ensin.
records-past-day = Mukana ovat siihen päivään mennessä pidetyt tilaisuudet. Allekirjoittajat ovat mukana sen mukaan, kenet on hyväksytty tänään.
records-on-day = Tilanne { $date }
records-no-courses = Ei yhtään perehdytystä eikä vaadittua kurssia.
records-course = { $title }, versio { $revision }
records-theme-held = { $title }, { $since } alkaen
records-tax-number = veronumero { $value }
records-employee-number = työntekijänumero { $value }
records-email = sähköposti { $value }
records-valid = Voimassa { $since } alkaen, { $until }.
records-until = viimeinen päivä { $date }
records-no-end = toistaiseksi
records-due = On perehdyttävä.
records-failed = Loppukoe on läpäisemättä.
records-unaccepted = Ei päde: yhtäkään allekirjoittajaa ei ole hyväksytty.
records-alone = Kaikki itse opiskeltua.
records-lack-never = ei ole käyty
records-lack-revised = sisältö on muuttunut (käyty versio { $had })
records-lack-other-employer = käyty toisen työnantajan väessä; uusi työnantaja perehdyttää omansa
records-lack-not-passed = käyty, mutta koetta ei ole läpäisty
records-lack-expired = vanhentunut, viimeinen päivä oli { $until }
records-in-room = tilaisuudessa
records-studied-alone = itse opiskellen
records-test-passed = koe läpäisty
records-test-failed = koe hylätty
records-test-not-taken = koe tekemättä
records-rehearsal = HARJOITUS
records-signer-does-not-count = ei päde, koska allekirjoittajaa { $name } ei ole hyväksytty
records-row-of = Rekisteri { $date }, rivi { $row }: { $more }
records-contractor-sum = voimassa { $valid } (niistä itse opiskelleita { $alone }), perehdyttävä { $due }, koe läpäisemättä { $failed }, allekirjoittaja hyväksymättä { $unaccepted }
records-nobody-due = Kaikkien perehdytys on voimassa.
records-lacking-test = Puuttuu vain loppukoe
records-lacking = { $count ->
    [one] Puuttuu yksi teema
   *[other] Puuttuu { $count } teemaa
}, { $minutes } min
records-published = Käytössä { $since } alkaen: { $title }, versio { $revision }
records-no-courses-known = Kursseja ei vielä ole. Tuo rekistereitä tai lisää kurssi: perehdytin records course add
records-in-force-since = käytössä { $date } alkaen
records-from-registers = uusin rekistereissä esiintyvä versio
records-what-if = { $people ->
    [one] Yhden on perehdyttävä uudelleen
   *[other] { $people } henkilön on perehdyttävä uudelleen
}. Voimassa säilyy { $stay }, jo nyt perehdyttävä { $already }.
records-no-doubts = Epäselviä henkilöitä ei ole.
records-decided-same = Sama henkilö. Päätöksen voi perua: perehdytin records undo { $doubt }
records-decided-different = Eri henkilöt. Päätöksen voi perua: perehdytin records undo { $doubt }
records-undone = Päätös { $doubt } on peruttu.
records-like-other-company = Sama nimi, eri yritys
records-like-near-name = Melkein sama nimi, sama yritys
records-like-namesakes = Sama nimi ja yritys, mutta ei tiedetä kuka heistä
records-like-other-name = Sama tunniste, eri nimi
records-like-asked = Joku sanoi samaksi
records-was-same = Sama henkilö, päätti { $by } { $at }
records-was-different = Eri henkilöt, päätti { $by } { $at }
records-not-empty = Täällä on jo jotakin. Valitse tyhjä kansio tai palauta valinnalla --replace, joka säilyttää vanhan vieressä: { $path }
records-damaged-copy = Tiedosto on vioittunut, joten kopiota ei tehty. Tuo rekisteri uudelleen tai käytä toista varmuuskopiota: { $what }
records-exported = Kaikki henkilöstä { $name } on tiedostossa, { $rows ->
    [one] yksi rivi
   *[other] { $rows } riviä
}: { $path }
records-backed-up = Varmuuskopiossa { $registers ->
    [one] on yksi rekisteri
   *[other] on { $registers } rekisteriä
}: { $path }
records-restored = Palautettu { $registers ->
    [one] yksi rekisteri
   *[other] { $registers } rekisteriä
}.
records-held-heading = Kaikki, mitä kirjastossa on henkilöstä { $name } (#{ $number })
records-held-row = Rivi { $row } rekisterissä { $digest }
records-held-imported = Tuotu tiedostosta { $source }, { $at }, tuoja { $by }
records-held-replaced = Uudempi tiedosto on korvannut tämän.
records-held-unreadable = Tiedostoa ei voi lukea. Aja: perehdytin records check
records-held-doubts = Saattaa olla sama henkilö:

# Erasing and keeping
records-aside-erased = Tästä tilaisuudesta on poistettu tietoja, joten tiedostoa ei otettu takaisin. Kopiota ei säilytetä.
records-damaged-register = Säilytetty rekisteri on kadonnut tai muuttunut, joten siitä ei voi poistaa tietoja. Tuo sama tiedosto uudelleen, niin se korjautuu: { $digest }
records-not-redacted = Rekisteristä ei voitu tehdä uutta, joten mitään ei poistettu. { $reason } Rekisteri: { $digest }
records-deed-erased = Poisti henkilön tiedot: { $redacted ->
    [0] yhtään rekisteriä ei korvattu
    [one] korvasi yhden rekisterin
   *[other] korvasi { $redacted } rekisteriä
}, poisti kokonaan { $removed }, sivuun siirrettyjä { $asides }
records-deed-retention-all = Säilytysaika: { $years ->
    [one] vuosi
   *[other] { $years } vuotta
} voimassaolon päätyttyä
records-deed-retention-all-ended = Otti yleisen säilytysajan pois
records-deed-retention-course = Kurssin { $course } säilytysaika: { $years ->
    [one] vuosi
   *[other] { $years } vuotta
} voimassaolon päätyttyä
records-deed-retention-course-ended = Otti kurssin { $course } oman säilytysajan pois
records-deed-retained = Poisti, minkä säilytysaika oli kulunut: rekistereitä { $registers }, henkilöitä { $people }, sivuun siirrettyjä { $asides }
records-check-unclear = Poistettujen tietojen jälkiä on vielä siivoamatta, koska toinen ohjelma lukee rekisterikirjastoa. Sulje se ja tarkista uudelleen.
records-erase-preview = Poistettaisiin { $name } (#{ $id }).
records-erase-register-redacted = Korvataan: { $course }, { $day }, { $count ->
    [one] rivi
   *[other] rivit
} { $rows }. Muita osallistujia: { $others }. { $digest }
records-erase-register-removed = Poistetaan kokonaan: { $course }, { $day }. { $digest }
records-erase-asides = Poistetaan sivuun siirretty tiedosto: { $name }
records-erase-nothing-yet = Mitään ei ole vielä poistettu. Poista antamalla tilaajan allekirjoitusavain: --identity FILE
records-erased = Poistettu. Rekistereitä korvattiin { $redacted } ja poistettiin kokonaan { $removed }.
records-erase-untouched = Vanhassa kopiossa tiedot ovat yhä. Hävitä kansio itse, kun et enää tarvitse sitä: { $path }
records-erase-copies = Tiedot ovat yhä niissä varmuuskopioissa ja lähetetyissä tiedostoissa, jotka on tehty aiemmin.
records-erase-mention = Rekisterissä { $digest } on yhä samanniminen maininta: { $place }. Katso, onko se poistettu henkilö.
records-erase-mention-row = rivi { $row }
records-erase-mention-session = tilaisuuden tiedot
records-retention-none = Säilytysaikaa ei ole asetettu: rekisterit säilyvät, kunnes joku poistaa ne.
records-retention-all = Kaikki kurssit: { $years ->
    [one] vuosi
   *[other] { $years } vuotta
} voimassaolon päätyttyä. { $by }, { $at }.
records-retention-course = { $course }: { $years ->
    [one] vuosi
   *[other] { $years } vuotta
} voimassaolon päätyttyä. { $by }, { $at }.
records-sweep-nothing = Minkään säilytysaika ei ole kulunut.
records-sweep-register = { $course }, { $day }: voimassa { $ended } asti, henkilöitä { $people }. { $digest }
records-sweep-person = Henkilö häviää kokonaan: { $name } (#{ $id })
records-sweep-aside = Sivuun siirretty tiedosto: { $name }
records-sweep-total = Poistettaisiin: rekistereitä { $registers }, henkilöitä { $people }, sivuun siirrettyjä { $asides }. Poista komennolla records retention apply.
records-swept = Poistettu: rekistereitä { $registers }, henkilöitä { $people }, sivuun siirrettyjä { $asides }.
records-sweep-changed = Rekisterikirjasto muuttui kesken kaiken, joten mitään ei poistettu. Katso esikatselu uudelleen.
records-evidence-redacted = tietoja poistettu: korvaa rekisterin { $digest }
records-erased-text = (poistettu pyynnöstä)
records-erase-texts = Palautteesta ja kehityskohteista poistetaan { $count ->
    [one] yksi teksti, jossa on hänen nimensä
   *[other] { $count } tekstiä, joissa on hänen nimensä
}.
records-restored-erased = { $count ->
    [one] Yhdestä palautetusta rekisteristä oli poistettu tietoja
   *[other] { $count } palautetusta rekisteristä oli poistettu tietoja
} kopion teon jälkeen. Poista tiedot uudelleen.
records-watching = Seurataan kansiota. Lopeta painamalla Ctrl+C. { $folder }
records-watch-ended = Seuraaminen päättyi. Tuotu { $imported }, jo kirjastossa { $known }, sivuun { $aside }.
records-watch-waiting = { $count ->
    [one] Yksi tiedosto on vielä tulossa.
   *[other] { $count } tiedostoa on vielä tulossa.
}
