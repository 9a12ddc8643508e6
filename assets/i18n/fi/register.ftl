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
