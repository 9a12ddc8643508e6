register-file-error = Tiedostoa ei voi käsitellä ({ $reason }): { $path }
register-disk-full = Levy on täynnä. Vapauta tilaa tai valitse toinen kansio: { $path }
register-wrong-passphrase = Väärä tunnuslause. Tarkista kirjoitusasu ja Caps Lock.
register-short-passphrase = Tunnuslauseessa on oltava vähintään { $least } merkkiä.
register-bad-signer-name = Nimi puuttuu, tai nimi tai organisaatio on yli 64 merkkiä.
register-not-an-identity = Tiedosto ei ole allekirjoitusavain (.p12 tai .pfx) tai se on vioittunut.
register-no-key = Tiedostossa ei ole avainta, jolle löytyisi siitä myös varmenne. Vie avain varmenteineen uudelleen.
register-unsupported-key = Avaimella ei voi allekirjoittaa rekisteriä: kelpaa P-256 tai RSA, 2048–4096 bittiä.
register-identity-known = Sama allekirjoitusavain on jo tällä koneella.
register-key-not-made = Avaimen tekeminen epäonnistui: { $reason }
register-stage-pages = Ladotaan rekisterin sivut
register-stage-signature = Allekirjoitetaan
register-stage-report = Ladotaan raportti
register-stage-tables = Tehdään taulukot
register-stage-writing = Kirjoitetaan tiedostot
register-not-closed = Tilaisuus on vielä kesken. Päätä se ensin.
register-not-printed = Sivuja ei voitu latoa: { $reason }
register-not-signed = Allekirjoitus ei onnistunut: { $reason }
register-signing-reason = Perehdytyksen osallistujarekisteri
register-question-intact = Onko tiedosto ehjä?
register-intact = Kyllä. Jokainen tavu on niin kuin allekirjoitettaessa.
register-fault-unreadable = Ei. Tiedosto ei ole rekisteri tai se on vioittunut niin, ettei sitä voi lukea.
register-fault-unsigned = Ei voi tietää: tiedostossa ei ole allekirjoitusta. Se on voitu poistaa.
register-fault-coverage = Ei. Allekirjoitus ei kata koko tiedostoa niin kuin sen pitäisi.
register-fault-appended = Ei. Tiedoston loppuun on lisätty { $bytes ->
    [one] yksi tavu
   *[other] { $bytes } tavua
} allekirjoittamisen jälkeen.
register-fault-changed = Ei. Sisältö on muuttunut allekirjoittamisen jälkeen.
register-fault-signature = Ei. Allekirjoitus on vioittunut tai väärennetty.
register-fault-certificate = Ei. Varmenteella ei saa allekirjoittaa, se ei ollut voimassa tai sen myöntäjä on muu kuin varmenteessa ilmoitettu.
register-fault-update = Ei. Allekirjoittamisen jälkeen tiedostoon on lisätty muuta kuin allekirjoituksia.
register-question-signer = Kuka allekirjoitti?
register-signer-none = Sitä ei voi sanoa.
register-signed-by = { $name }, { $at } allekirjoittajan kellon mukaan.
register-signed-by-of = { $name }, { $organisation }, { $at } allekirjoittajan kellon mukaan.
register-signer-trusted = Allekirjoittajaan luotetaan tällä koneella nimellä { $name }, { $at } alkaen.
register-signer-unknown = Allekirjoittajaa ei tunneta tällä koneella. Varmista sormenjälki häneltä itseltään, ennen kuin luotat häneen.
register-signer-other-key = Varo: allekirjoittajaan { $name } luotetaan tällä koneella, mutta tämä allekirjoitus on tehty toisella avaimella. Kuka tahansa voi käyttää nimeä.
register-fingerprint = Sormenjälki { $fingerprint }
register-question-data = Kertovatko sivut ja liitteet saman?
register-data-same = Kyllä. Sivut ladottiin liitteestä uudelleen, ja ne ovat samat.
register-data-rehearsal = Tämä on harjoitus: osallistujat ovat keksittyjä eikä rekisteri todista mitään.
register-data-not-asked = Liitteet ovat kunnossa. Sivuja ei verrattu niihin, koska sitä ei pyydetty.
register-data-other-version = Liitteet ovat kunnossa. Sivuja ei voi verrata niihin, koska ne on latonut Perehdyttimen toinen julkaisu ({ $version }).
register-data-too-large = Liitteet ovat kunnossa. Sivuja ei verrattu niihin, koska rivejä on liikaa.
register-data-not-intact = Niihin ei voi luottaa, koska tiedosto ei ole ehjä.
register-data-unreadable = Ei. Liitteenä olevia tietoja ei ole tai niitä ei voi lukea.
register-data-newer = Ei voi sanoa: tiedot on kirjoitettu uudemmassa muodossa (versio { $version }). Päivitä Perehdytin.
register-data-differs = Eivät. Niissä on ristiriita.
register-difference-pages = Sivuilla lukee muuta kuin liitteessä register.json.
register-difference-table = Liite register.csv kertoo muuta kuin register.json.
register-difference-row = Rivin { $row } tiedot eivät vastaa sen allekirjoitusta.
register-difference-twice = Rivinumero { $row } on kahdesti.
register-difference-journal = Rekisteri viittaa toiseen tapahtumalokiin kuin tämän koneen.
register-question-added = Mitä on lisätty allekirjoittamisen jälkeen?
register-added-nothing = Ei mitään.
register-added-unknown = Sitä ei voi sanoa.
register-added-signatures = { $count ->
    [one] Yksi vahvistava allekirjoitus, ei muuta.
   *[other] { $count } vahvistavaa allekirjoitusta, ei muuta.
 }
register-added-content = Muutakin kuin allekirjoituksia.
register-added-bytes = { $bytes ->
    [one] Yksi tavu, jota mikään allekirjoitus ei kata.
   *[other] { $bytes } tavua, joita mikään allekirjoitus ei kata.
}
register-added-attachment = Liite on vaihdettu tai lisätty.
register-added-page = Sivun sisältöä on muutettu.
register-added-other = Tiedoston rakennetta on muutettu.
register-summary-good = Rekisteri on aito ja muuttumaton.
register-summary-rehearsal = Rekisteri on muuttumaton, mutta se on harjoitus.
register-summary-caution = Rekisteri on muuttumaton, mutta jokin kohta vaatii harkintaa.
register-summary-bad = Rekisteriin ei voi luottaa.
register-no-trust-list = Luotettujen allekirjoittajien luetteloa ei ole: { $path }
register-bad-trust-list = Luotettujen allekirjoittajien luetteloa ei voi lukea ({ $reason }): { $path }
register-pack-has-mistakes = Kurssipaketissa on virheitä. Katso ne komennolla perehdytin check: { $path }
register-profile-has-mistakes = Profiilia ei voi lukea tai siinä on virheitä: { $path }
register-earlier-not-a-register = Tämä ei ole perehdytysrekisteri, tai tiedosto on vioittunut. Etsi alkuperäinen register.pdf.
register-earlier-not-intact = Rekisteriä on muutettu allekirjoittamisen jälkeen, tai siinä ei ole allekirjoitusta. Etsi alkuperäinen register.pdf.
register-earlier-contradictory = Rekisterin sivut ja liitteet kertovat eri asiaa, joten siihen ei voi luottaa.
register-earlier-rehearsal = Tämä on harjoituksen rekisteri: siinä olevat ihmiset ovat keksittyjä.
register-earlier-other-course = Tämä rekisteri on toiselta kurssilta: { $title }
register-earlier-other-subscriber = Tämä rekisteri on toisen tilaajan: { $subscriber }
register-earlier-no-row = Nimeäsi ei ole tässä rekisterissä. Kirjoita nimesi samoin kuin silloin.
register-earlier-credited = Kävit tämän läpi { $date }, eikä mikään ole muuttunut.
register-earlier-edited = Kävit tämän läpi { $date }. Sanamuotoja on viilattu, mutta asia on sama.
register-earlier-revised = Tämä on uudistunut sen jälkeen, kun kävit sen läpi (versio { $then }, nyt { $now }).
register-earlier-outdated = Kävit tästä läpi uudemman version ({ $then }) kuin tällä koneella on ({ $now }). Pyydä tilaajalta uusin kurssi.
register-earlier-not-attended = Tämä jäi sinulta silloin väliin.
register-earlier-too-old = Kävit tämän läpi { $date }. Siitä on yli { $months ->
    [one] kuukausi
   *[other] { $months } kuukautta
}, joten kertaa se.
register-earlier-other-employer = Kävit tämän läpi toisen työnantajan väessä. Käy se läpi uudelleen, kun työnantaja on vaihtunut.
register-earlier-new = Tämä on uusi: sitä ei silloin ollut.
register-pass-on-not-passed = Loppukoetta ei ole läpäisty. Läpäise se ensin, niin voit perehdyttää oman tiimisi.
register-pass-on-themes-due = { $count ->
    [one] Yksi teema on vielä käymättä läpi
   *[other] { $count } teemaa on vielä käymättä läpi
} nykyisessä muodossaan. Tee se ensin, niin voit perehdyttää oman tiimisi.
register-data-part = Osittainen perehdytys: läpi käytiin vain { $count } kurssin { $whole } teemasta ({ $themes }).
register-data-self-study = Itseopiskelu: osallistuja opiskeli kurssin yksin. Minuutit ovat vain aktiivista aikaa.
register-data-credited = { $count ->
    [one] Yksi teema
   *[other] { $count } teemaa
} luettiin hyväksi aiemmasta rekisteristä: { $name }, { $date }. Sen tiiviste on { $digest }.
register-data-ground = Perehdyttäjänä oli kurssin suorittanut henkilö. Hänen oma rekisterinsä: { $name }, { $date }. Sen tiiviste on { $digest }.
register-data-ground-untrusted = Rekisterin, johon tämä nojaa, allekirjoitti { $name }. Häneen ei luotettu koneella, jolla se luettiin: tarkista tuo rekisteri itse.
register-difference-credit = Rivillä { $row } luetaan hyväksi teema, jota kurssissa ei ole tai jonka versio on toinen.

# Vahvistus tilaajan allekirjoituksella
register-signed-for = Allekirjoituksen syy: { $reason }
register-countersigned-received = Vastaanotettu
register-countersigned-accepted = Hyväksytty
register-countersigned-already = Sama allekirjoittaja on jo allekirjoittanut tämän samalla syyllä.
register-countersign-full = Rekisterissä on jo { $most } allekirjoitusta. Enempää siihen ei mahdu.
register-countersign-bad-reason = Allekirjoituksen syy puuttuu tai on yli { $longest } merkkiä. Kirjoita se yhdelle riville.
register-refused-not-intact = Rekisteri ei ole ehjä, joten sitä ei allekirjoitettu. Katso komennolla perehdytin verify, mikä siinä on vialla.
register-refused-contradictory = Rekisterin sivut ja liitteet eivät kerro samaa, joten sitä ei allekirjoitettu. Katso komennolla perehdytin verify, mikä siinä on vialla.
register-refused-unknown-signer = Rekisterin allekirjoittajaa ei tunneta tällä koneella: { $name }. Hyväksy hänet ensin, tai allekirjoita silti valinnalla --unknown-signer.

# Tietojen poistaminen rekisteristä
register-redaction-reason = Korvaava rekisteri: tietoja on poistettu pyynnöstä
register-redact-no-rows = Kerro, mitkä rivit poistetaan.
register-redact-no-such-row = Rekisterissä ei ole riviä { $row }. Rivin numero on taulukon ensimmäisessä sarakkeessa.
register-redact-erased-already = Rivi { $row } on jo poistettu.
register-redact-self-study = Itseopiskelun rekisteri kertoo yhdestä henkilöstä, ja hän on itse allekirjoittanut sen. Siitä ei voi poistaa riviä: poista koko tiedosto.
register-summary-redacted = Rekisteri on aito ja muuttumaton. Se korvaa aiemman, josta on poistettu tietoja pyynnöstä.
register-data-redacted = Tietoja on poistettu pyynnöstä: { $count ->
    [0] vain korjauksista
    [one] rivi { $rows }
   *[other] rivit { $rows }
}. Poistaja: { $by }, { $at }.
register-data-replaces = Tämä korvaa tilaisuuden { $session } rekisterin, jonka tiiviste on { $digest }.
register-data-replaced-signer = Korvatun rekisterin allekirjoitti { $name }, { $at }. Häneen luotettiin koneella, jolla se korvattiin.
register-data-replaced-signer-untrusted = Korvatun rekisterin allekirjoitti { $name }, { $at }. Häneen ei luotettu koneella, jolla se korvattiin.
register-data-redacted-proves = Alle on kirjoittanut se, joka poisti tiedot. Allekirjoitus takaa, mitä poistaja sanoo jääneen jäljelle ja minkä tiedoston tämä korvaa. Se ei todista, mitä poistetuilla riveillä luki, eivätkä korvatun rekisterin allekirjoitukset ulotu tänne. Jos korvattu tiedosto on jollakulla tallella, sen tiivistettä voi verrata.
register-difference-redactor = Ensimmäinen allekirjoitus ei ole sen, jonka rekisteri sanoo poistaneen tietoja.
