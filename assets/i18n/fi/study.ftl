study-after-theme = Avautuu, kun ”{ $theme }” on tehty
study-answer = Vastaa
study-ask-again = { $count ->
    [one] Vastaa uudelleen
   *[other] Vastaa uudelleen ({ $count })
}
study-asked-again = Uudelleen
study-back = Takaisin
study-begin = Aloita
study-close = Sulje
study-comes-back = Tämä kysytään uudelleen teeman lopussa.
study-course-left = Kurssia jäljellä noin { $time }
study-credited = Hyväksytty
study-credited-from = Teit tämän { $day }, eikä sisältö ole muuttunut
study-done = Tehty
study-earlier-choose = Rekisterissä on useampi sinun nimelläsi. Kuka heistä olet?
study-earlier-credit = { $count ->
    [one] Hyväksy yksi teema
   *[other] Hyväksy { $count } teemaa
}
study-earlier-credits = { $credited ->
    [0] Yhtään teemaa ei voi hyväksyä aiemmasta.
    [one] Yhtä teemaa ei tarvitse tehdä uudelleen.
   *[other] { $credited } teemaa ei tarvitse tehdä uudelleen.
} { $due ->
    [0] Kaikki on ennallaan.
    [one] Yksi teema on tehtävä.
   *[other] { $due } teemaa on tehtävä.
}
study-earlier-found = Aiempi perehdytyksesi
study-earlier-label = Rekisteri (pdf)
study-earlier-looking = Rekisteriä tarkistetaan…
study-earlier-not-now = En nyt
study-earlier-text = Jos olet käynyt perehdytyksen aiemmin, tee vain se, mikä on muuttunut. Pudota rekisterisi tähän ikkunaan tai valitse se.
study-earlier-title = Oletko tehnyt tämän jo?
study-earlier-untrusted = Tämä kone ei tunne allekirjoittajaa ({ $signer }). Tilaaja tarkistaa, kelpaako rekisteri.
study-go-on = Jatka
study-go-on-here = Jatka
study-good-choice = Hyvä valinta
study-hint-one = Valitse yksi: kirjain, numero tai hiiri.
study-hint-order = Valitse järjestyksessä, ensimmäisestä viimeiseen.
study-hint-several = Oikeita on useampi. Valitse kaikki.
study-hint-statement = Onko tämä totta? Paina A tai B.
study-home-name = Itseopiskelu
study-hours = { $hours } h
study-hours-and-minutes = { $hours } h { $minutes } min
study-is-not-best = ei paras
study-is-right = oikein
study-item-goes-along = Lähtee kehittämiskohteena, jos lähetät palautteesi
study-item-take-back = Peru lähetys
study-left = jäljellä { $time }
study-left-title = Mitä on jäljellä
study-minutes = { $minutes } min
study-more-below = Lisää luettavaa alempana (välilyönti)
study-next-again = Seuraava kysymys
study-next-theme = Seuraava: { $theme }
study-next-up = Seuraavaksi
study-not-best-choice = Ei paras valinta
study-not-credited = Muuttunut tai jäänyt väliin viime kerran jälkeen
study-not-right = Ei aivan
study-note-help = Muutama lause riittää. Jää vain tälle koneelle, eikä tule rekisteriin.
study-note-label = Mitä sinä ajattelet?
study-notes-broken = Aiempia muistiinpanojasi ei voi lukea, joten uusia ei tallenneta. Tiedosto on istunnon kansiossa: notes.json.
study-notes-not-written = Muistiinpanosi ei tallentunut. Tarkista, onko levyllä tilaa: { $path }
study-of-theme-left = Teemaa jäljellä noin { $time }
study-order-again = Aloita järjestys alusta
study-other-options = Katso, mitä muista olisi seurannut
study-part-feedback = Palaute
study-part-register = Allekirjoitus ja rekisteri
study-part-test = Loppukoe
study-questions-back = { $count ->
    [one] Yksi kysymys uudelleen
   *[other] { $count } kysymystä uudelleen
}
study-questions-back-help = { $count ->
    [one] Tämä ei mennyt vielä oikein. Vastaa uudelleen, kun olet valmis. Teema on tehty, kun vastaus on oikein.
   *[other] Nämä eivät menneet vielä oikein. Vastaa uudelleen, kun olet valmis. Teema on tehty, kun kaikki ovat oikein.
}
study-questions-left = { $count ->
    [one] yksi kysymys jäljellä
   *[other] { $count } kysymystä jäljellä
}
study-read-again = Lue ensin: { $step }
study-right = Oikein
study-right-at-once = Oikein heti: { $right } / { $asked }.
study-see-on = Katso, miten tilanne jatkuu
study-send-item = Lähetä kehittämiskohteena
study-send-item-help = Kehittämiskohde menee tilaajalle vain, jos päätät lopuksi lähettää palautteesi.
study-step-of = { $number } / { $all }
study-studied = Olet opiskellut { $time }
study-take-along = Ota mukaan
study-takes = { $time }
study-text-larger = Suurempi teksti
study-text-smaller = Pienempi teksti
study-theme-done = Teema tehty
study-theme-left = Olit tässä: { $step }. Teemaa jäljellä noin { $time }.
study-theme-takes = Kestää noin { $time }.
study-theme-took = Aikaa kului { $time }.
study-themes-done = { $done } / { $all } teemaa tehty
study-think = Mieti hetki
study-time-explained = Aika kuluu vain, kun teet jotain. Jos et koske koneeseen kolmeen minuuttiin, kello pysähtyy. Rekisteriin tulee tämä aika.
study-time-runs = Opiskeltu { $time }
study-time-stands = Kello seisoo · { $time }
study-to-course = Kurssin alkuun
study-to-end = Teeman loppuun
study-waits-for-themes = { $count ->
    [one] yksi teema ensin
   *[other] { $count } teemaa ensin
}
study-what-follows = Mitä siitä seuraa
study-where-you-were = Jatka siitä, mihin jäit
study-would-be-good = Tämä olisi ollut hyvä valinta
study-would-not-be-best = Tämäkään ei ole paras
study-you-had-it = Sinulla tämä oli { $place }.
study-your-answer = Oma vastauksesi
