slides-remember = Muista
slides-tip = Vinkki
slides-warning = Varo
slides-promise-title = Palvelulupaus
slides-promise-value = Lupaus
slides-promise-compensation = Hyvitys asiakkaalle
slides-may-answer = Tähän saat vastata
slides-must-not-answer = Ohjaa eteenpäin
slides-statement-true = Totta
slides-statement-false = Ei totta
slides-statement-ask = Onko väite totta?
slides-statement-is-true = Väite on totta
slides-statement-is-false = Väite ei ole totta
slides-choose-one = Valitse yksi.
slides-choose-several = Valitse kaikki, jotka sopivat.
slides-order-ask = Laita oikeaan järjestykseen.
slides-order-right = Oikea järjestys
slides-order-hits = { $right } / { $answers } vastasi oikein
slides-right = Oikein
slides-not-best = Ei paras vaihtoehto
slides-round = { $number }. kierros
slides-for-customer = Asiakas
slides-for-subscriber = Tilaaja
slides-for-contractor = Urakoitsija
slides-lobby-ask = Tervetuloa! Ilmoittaudu perehdyttäjän koneella ennen alkua.
slides-test-title = Loppukoe
slides-test-questions = { $questions ->
    [one] Yksi kysymys
   *[other] { $questions } kysymystä
}, aikaa noin { $minutes ->
    [one] minuutti
   *[other] { $minutes } minuuttia
}
slides-test-pass = Läpäisyraja: { $percent } % oikein
slides-test-attempts = { $attempts ->
    [one] Yksi yrityskerta
   *[other] { $attempts } yrityskertaa
}
slides-test-alone = Jokainen vastaa itse. Vastauksia voi muuttaa ennen palauttamista.
slides-feedback-title = Palaute
slides-feedback-text = Kerro, mikä oli hyvää ja mitä jäit kaipaamaan. Muutama minuutti riittää.
slides-feedback-anonymous = Palautetta ei voi yhdistää antajaansa.
slides-sign-out-title = Kuittaa lähtösi
slides-sign-out-text = Allekirjoita perehdyttäjän koneella, ennen kuin lähdet. Näin osallistumisesi kirjautuu rekisteriin.
slides-closed-title = Kiitos osallistumisesta
slides-closed-text = Asiakas muistaa sinut. Hyvää työpäivän jatkoa!
slides-break-until = Jatkamme klo { $time }
slides-break-left = { $minutes ->
    [one] Taukoa on jäljellä minuutti
   *[other] Taukoa on jäljellä { $minutes } minuuttia
}
slides-break-over = Jatkamme nyt
slides-picture-loading = Kuvaa avataan…
slides-picture-broken = Kuvaa ei voi näyttää. { $alt }
slides-projector-window = Perehdytin: projektori
slides-projector-waiting = Tilaisuus alkaa pian
