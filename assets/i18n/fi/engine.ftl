engine-session-closed = Tilaisuus on päätetty, eikä sitä voi enää muuttaa.
engine-empty = { $field } puuttuu. Täytä se.
engine-too-long = { $field } on liian pitkä: enintään { $limit } merkkiä mahtuu.
engine-bad-character = { $field } sisältää merkin { $code }, jota rekisteriin ei voi painaa. Poista merkki tai kirjoita kohta uudelleen.
engine-bad-identifier = { $kind ->
    [tax_number] Veronumerossa on 12 numeroa. Katso se työmaan henkilötunnisteesta.
    [email] Sähköpostiosoite on muotoa nimi@yritys.fi.
   *[other] Tunniste ei ole pyydettyä muotoa.
}
engine-bad-address = Tämä ei ole sähköpostiosoite. Osoite on muotoa nimi@yritys.fi.
engine-already-signed-in = { $name } ({ $company }) on jo ilmoittautunut. Jos kyseessä on kaima, lisää nimeen toinen etunimi.
engine-bad-signature = Allekirjoitus puuttuu tai sitä ei voi käyttää. Piirrä se uudelleen.
engine-no-participant = Tällaista osallistujaa ei ole.
engine-is-removed = { $name } on poistettu rekisteristä. Palauta rivi ensin.
engine-not-removed = { $name } on yhä rekisterissä, joten palautettavaa ei ole.
engine-not-present = { $name } ei ole nyt paikalla. Merkitse paluu ensin.
engine-is-present = { $name } on jo paikalla.
engine-merge-with-itself = Riviä ei voi yhdistää itseensä. Valitse toinen rivi.
engine-bad-time = Aika ei käy: sen on oltava tilaisuuden alun jälkeen eikä se saa olla tulevaisuudessa. Saapumisen on oltava ennen lähtöä.
engine-no-step = Kurssissa ei ole vaihetta { $step }.
engine-no-such-part = Tässä kurssissa ei ole tätä osaa.
engine-no-question = Kohdassa { $step } ei ole kysymystä.
engine-not-open = Kysymys ei ole auki. Avaa se ensin.
engine-stale-round = Kysymys on avattu uudelleen. Vastaa siihen uudestaan.
engine-is-open = Kysymys on jo auki.
engine-not-asked = Kysymystä ei ole vielä avattu, joten näytettävää ei ole.
engine-bad-answer = Vastaus ei sovi kysymykseen. Tarkista, montako vaihtoehtoa valitaan.
engine-too-many-hands = Käsiä on { $hands }, mutta { $present ->
    [one] vain yksi ei ole vielä vastannut
   *[other] vain { $present } ei ole vielä vastannut
} itse. Laske kädet uudelleen.
engine-no-item = Kehittämiskohdetta ei enää ole.
engine-attempt-open = Loppukoe on kesken: { $name }. Palauta tai mitätöi se ensin.
engine-no-attempt = Koetta ei ole kesken: { $name }.
engine-stale-attempt = Tämä yrityskerta ei ole enää kesken: { $name }. Avaa koe uudelleen.
engine-no-attempts-left = { $name } on käyttänyt kaikki yrityskertansa.
engine-has-passed = Loppukoe on jo hyväksytty: { $name }.
engine-unanswered = { $missing ->
    [one] Yksi kysymys on
   *[other] { $missing } kysymystä on
} vielä vastaamatta.
engine-pause-mismatch = Tilaisuus on jo tauotettu tai jo jatkunut.
engine-no-list-item = Muistilistassa ei ole tätä kohtaa.
engine-bad-feedback-key = Tämä palaute on jo annettu.
engine-nobody-signed-in = Kukaan ei ole ilmoittautunut, joten tilaisuutta ei voi päättää.
engine-not-self-study = Tämä kuuluu itseopiskeluun, ja tämä tilaisuus pidetään yhdessä.
engine-only-one-learner = Itseopiskelussa on yksi opiskelija, ja hän on jo kirjautunut. Aloita toiselle oma itseopiskelu.
engine-not-shown = Vastaa ensin kysymykseen ja katso, mitä vastauksesta seuraa.
engine-theme-first = Teemat käydään tässä kurssissa järjestyksessä. Tee ensin teema ”{ $theme }”.
engine-themes-left = { $left ->
    [one] Yksi teema on
   *[other] { $left } teemaa on
} vielä tekemättä. Loppukoe aukeaa, kun kaikki teemat on tehty.
engine-not-creditable = Teemaa ”{ $theme }” ei voi lukea hyväksi: sen sisältö on muuttunut aiemmasta perehdytyksestä. Käy teema läpi.
engine-field-name = Nimi
engine-field-company = Yritys
engine-field-role = Tehtävä
engine-field-identifier = Tunniste
engine-field-address = Sähköpostiosoite
engine-field-reason = Syy
engine-field-item = Kehittämiskohde
engine-field-witness = Todistaja
engine-field-feedback = Palaute
engine-field-organiser = Järjestäjä
engine-field-place = Paikka
engine-field-trainer = Perehdyttäjä
engine-phone-session-closed = Tilaisuus on päätetty. Mitään ei voi enää lähettää.
engine-phone-no-participant = Et ole vielä ilmoittautunut. Ilmoittaudu ensin.
engine-phone-is-removed = Ilmoittautumisesi on poistettu. Ilmoittaudu uudelleen tai kysy perehdyttäjältä.
engine-phone-not-present = Sinut on merkitty lähteneeksi. Ilmoita ensin, että palasit.
engine-phone-is-present = Sinut on jo merkitty paikalla olevaksi.
engine-phone-not-open = Kysymykseen ei voi enää vastata.
engine-phone-stale-round = Kysymys on avattu uudelleen. Vastaa siihen uudestaan.
engine-phone-too-many-hands = Kaikkien kädet on jo laskettu. Kerro perehdyttäjälle, että vastaat puhelimella.
engine-phone-attempt-open = Loppukokeesi on jo kesken muualla. Kysy perehdyttäjältä.
engine-phone-no-attempt = Sinulla ei ole nyt loppukoetta kesken.
engine-phone-stale-attempt = Tämä yrityskerta ei ole enää kesken. Avaa koe uudelleen.
engine-phone-no-attempts-left = Olet käyttänyt kaikki yrityskertasi. Kysy perehdyttäjältä.
engine-phone-has-passed = Loppukokeesi on jo hyväksytty.
engine-phone-not-possible = Tätä ei voi tehdä puhelimella. Kysy perehdyttäjältä.
engine-phone-not-stored = Tätä ei saatu talteen. Yritä hetken päästä uudelleen. Jos se ei auta, kerro perehdyttäjälle.
engine-phone-ended = Tilaisuus ei ole juuri nyt käynnissä. Odota hetki tai kysy perehdyttäjältä.
engine-somebody = Osallistuja
engine-not-stored = Tätä ei saatu talteen eikä mikään muuttunut. { $reason } Yritä sitten uudelleen.
engine-ended = Tilaisuus ei ole enää käynnissä tässä ikkunassa. Avaa se aloitusnäytöstä uudelleen.
engine-journal-missing = Tilaisuuden tiedostoa ei löydy: { $path }
engine-journal-in-use = Tilaisuus on jo auki toisessa ikkunassa. Sulje se ensin: { $path }
engine-journal-foreign = Tiedosto ei ole tämän ohjelman tilaisuus: { $path }
engine-journal-too-new = Tilaisuus on tehty uudemmalla ohjelmalla (versio { $version }). Päivitä tämä ohjelma: { $path }
engine-journal-broken = { $fault ->
    [gap] Tapahtuma { $seq } puuttuu
    [changed] Tapahtumaa { $seq } on muutettu
    [unreadable] Tapahtumaa { $seq } ei voi lukea
    [feedback] Palautteita on muutettu tilaisuuden päättämisen jälkeen
   *[out_of_place] Tapahtuma { $seq } on väärässä paikassa
}, joten tilaisuuden tietoihin ei voi luottaa. Ota tiedosto talteen ja käytä varmuuskopiota: { $path }
engine-journal-full = Levy on täynnä. Vapauta tilaa: { $path }
engine-journal-failed = Tilaisuuden tiedostoa ei voitu käyttää ({ $reason }): { $path }
engine-file = { $operation ->
    [read] Lukeminen
    [write] Kirjoittaminen
    [create_folder] Kansion luominen
    [list] Kansion lukeminen
    [remove] Poistaminen
    [rename] Siirtäminen
   *[other] Oikeuksien asettaminen
} ei onnistunut, koska { $kind ->
    [missing] tiedostoa ei ole
    [denied] siihen ei ole oikeuksia
    [full] levy on täynnä
    [read_only] levylle ei voi kirjoittaa
    [exists] samanniminen tiedosto on jo olemassa
    [too_large] tiedosto on liian suuri
   *[other] järjestelmä ilmoitti: { $detail }
}. { $path }
engine-bad-pack = Kurssipaketissa on virheitä. Tarkista se: { $path }
engine-pack-changed = Kurssipaketti on muuttunut sen jälkeen, kun tilaisuus avattiin. Palauta alkuperäinen: { $path }
engine-not-copied = Tiedostoa ei voi ottaa mukaan: se on liian suuri, linkki tai kansionsa ulkopuolella. Korvaa se tavallisella tiedostolla: { $path }
engine-bad-profile = Tilaisuuden profiilia ei voi lukea. Palauta alkuperäinen: { $path }
engine-no-theme = Kurssissa ei ole teemaa { $theme }. Valitse teemat uudelleen.
engine-no-language = Kurssia ei ole kielellä { $language }. Valitse kurssin oma kieli.
engine-no-randomness = Järjestelmä ei anna satunnaislukuja. Käynnistä tietokone uudelleen.
engine-no-thread = Tilaisuutta ei voitu käynnistää ({ $reason }). Sulje muita ohjelmia.
engine-unfinished = Tilaisuutta ei ole päätetty. Päätä se ensin: { $path }
engine-copy-exists = Samanniminen on jo olemassa. Valitse toinen kansio: { $path }
engine-copy-differs = Kopio ei ole samanlainen kuin alkuperäinen. Kokeile toista levyä: { $path }
engine-rehearsed = Harjoitus pidetty (siemen { $seed }): { $people ->
    [one] yksi keksitty osallistuja
   *[other] { $people } keksittyä osallistujaa
}, hyväksyttyjä loppukokeita { $passed }, kesto { $minutes } min.
engine-rehearsed-files = Rekisteri: { $register }
    Raportti: { $report }
    Tilaisuus: { $session }
engine-phones-failed = Harjoituksen puhelimet eivät päässeet perille ({ $reason }). Aja harjoitus uudelleen tai ilman puhelimia.
engine-out-in-use = Kansiossa on jo harjoitus. Valitse toinen kansio tai tyhjennä tämä: { $path }
engine-no-signer = Kertakäyttöistä allekirjoittajaa ei voitu tehdä ({ $reason }). Yritä uudelleen.
