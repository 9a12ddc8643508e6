archive-title = Rekisterit
archive-home-text = Kuka on perehdytetty ja voi lähteä asiakkaalle tänään? Tuo allekirjoitetut rekisterit ja katso.
archive-open = Avaa rekisterit
archive-reading = Luetaan rekistereitä
archive-tabs = Näkymä
archive-tab-import = Tuonti
archive-tab-signers = { $new ->
    [0] Allekirjoittajat
   *[other] Allekirjoittajat ({ $new } uutta)
}
archive-tab-aside = { $count ->
    [0] Sivuun jääneet
   *[other] Sivuun jääneet ({ $count })
}
archive-who = Kuka päättää (jää lokiin)
archive-show-more = Näytä lisää ({ $count } jäljellä)
archive-import-title = Tuo rekistereitä
archive-import-text = Valitse allekirjoitetut rekisterit tai kansio, tai pudota ne tähän ikkunaan. Jokainen tarkistetaan ensin ja otetaan talteen sellaisenaan.
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
archive-import-stopped = Tuonti keskeytettiin. Voit jatkaa tuomalla samat tiedostot uudelleen; jo tuodut tunnistetaan.
archive-import-sum = Otettu talteen { $taken }, oli jo { $known }, jäi sivuun { $aside }.
archive-import-passed-over = { $count ->
    [one] Yksi tiedosto ohitettiin, koska se ei ole PDF.
   *[other] { $count } tiedostoa ohitettiin, koska ne eivät ole PDF-tiedostoja.
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
archive-accept-what-follows = Kun hyväksyt, voimaan tulee heti { $registers ->
    [one] yksi rekisteri
   *[other] { $registers } rekisteriä
} ja { $people ->
    [one] yksi henkilö
   *[other] { $people } henkilöä
} niissä.
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
