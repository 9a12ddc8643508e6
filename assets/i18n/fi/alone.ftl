alone-rehearsed = Itseopiskelu harjoiteltu (siemen { $seed }): aktiivista aikaa { $minutes } min, loppukoe { $passed ->
    [0] hylätty
   *[other] hyväksytty
}.
alone-title = Opiskele itse
alone-text = Käyt kurssin omassa tahdissasi tällä koneella. Voit lopettaa milloin vain ja jatkaa samasta kohdasta.
alone-language = Millä kielellä opiskelet
alone-example-is-made-up = { $name } on keksitty. Sen lupaukset, summat ja puhelinnumerot eivät ole oikeita. Pyydä tilaajalta sen oma profiili: vain sillä tehty rekisteri kelpaa tilaajalle.
alone-details-title = 3 · Sinä
alone-details-alone-title = Kuka opiskelee
alone-signs-print = En voi piirtää: allekirjoitan rekisterin tulosteen käsin
alone-earlier-title = 4 · Oletko käynyt kurssin ennen?
alone-earlier-text = Jos sinulla on siitä rekisteri, pudota se tähän ikkunaan tai valitse se. Silloin käyt vain sen, mikä on muuttunut. Voit antaa sen myöhemminkin.
alone-earlier-label = Aiempi rekisterisi (register.pdf)
alone-proof-title = 5 · Todistus
alone-proof-text = Lopuksi saat allekirjoitetun rekisterin, jossa on yksi rivi: sinun. Sen lähetät itse, jolloin { $subscriber } näkee, mitä olet suorittanut. Mitään ei lähde koneelta itsestään.
alone-key-is-there = Koneella on jo allekirjoitusavain: { $name }.
alone-key-comes-later = Rekisterin allekirjoitat omalla avaimellasi. Teet sen lopuksi, ja siihen menee minuutti.
alone-begin = Aloita opiskelu
alone-begin-hint = Tästä alkaen kaikki tallentuu heti.
alone-starting = Avataan kurssia
alone-go-on = Jatka
alone-read-again = Kertaa teemoja
alone-test-calmly = { $attempts ->
    [one] Sinulla on yksi yritys. Voit keskeyttää ja jatkaa myöhemmin.
   *[other] Sinulla on { $attempts } yritystä. Voit keskeyttää ja jatkaa myöhemmin.
}
alone-test-waits = { $themes ->
    [one] Yksi teema on vielä kesken. Koe aukeaa, kun se on tehty.
   *[other] { $themes } teemaa on vielä kesken. Koe aukeaa, kun ne on tehty.
}
alone-test-again-text = { $attempts ->
    [one] Sinulla on vielä yksi yritys. Kertaa ensin rauhassa, tai yritä heti.
   *[other] Sinulla on vielä { $attempts } yritystä. Kertaa ensin rauhassa, tai yritä heti.
}
alone-test-again = Yritä uudelleen
alone-test-over-text = Yritykset on käytetty. Tulos näkyy rekisterissä; tilaaja kertoo, miten jatketaan.
alone-feedback-title = Mitä mieltä olit?
alone-feedback-text = Palaute jää tälle koneelle eikä tule rekisteriin. Lopuksi päätät itse, lähetätkö sen.
alone-feedback-keep = Tallenna palaute
alone-feedback-kept = Se on tällä koneella. Lopuksi päätät, lähetätkö sen.
alone-end-title = Allekirjoita ja päätä
alone-end-text = Kurssi on lopussa. Tarkista, mitä rekisteriin tulee.
alone-end-register = Rekisteriin tulee
alone-end-minutes = { $minutes ->
    [one] Aktiivista aikaa yksi minuutti
   *[other] Aktiivista aikaa { $minutes } minuuttia
}
alone-end-themes = Teemoja tehty { $done }/{ $themes }
alone-end-credited = { $themes ->
    [one] Yksi teema luetaan hyväksi aiemmasta rekisteristä
   *[other] { $themes } teemaa luetaan hyväksi aiemmasta rekisteristä
}
alone-end-passed = Loppukoe hyväksytty: { $correct }/{ $total } oikein
alone-end-failed = { $attempts ->
    [0] Loppukoetta ei hyväksytty: { $correct }/{ $total } oikein
    [one] Loppukoetta ei ole hyväksytty ({ $correct }/{ $total } oikein). Yksi yritys on käyttämättä.
   *[other] Loppukoetta ei ole hyväksytty ({ $correct }/{ $total } oikein). { $attempts } yritystä on käyttämättä.
}
alone-end-untested = Loppukoe on tekemättä
alone-end-is-final = Kun päätät opiskelun, siihen ei voi enää lisätä mitään. Sen jälkeen allekirjoitat rekisterin avaimellasi.
alone-end-draw-first = Piirrä ensin allekirjoituksesi.
alone-end-sign = Päätä opiskelu
alone-is-closed = Päätit opiskelun { $at }. Kaikki on tallessa.
alone-own-key-text = Tällä koneella on jo jonkun allekirjoitusavain. Tee oma: rekisteri allekirjoitetaan sinun nimissäsi.
alone-sign-later-hint = Suoritus odottaa aloitusnäytössä.
alone-done-title = Kurssi on suoritettu
alone-done-unpassed-title = Rekisteri on valmis, loppukoetta ei hyväksytty
alone-register-title = Lähetä rekisteri
alone-register-text = Lähetä tiedosto register.pdf tilaajalle ({ $subscriber }) ja omalle työnantajallesi ({ $company }). Se todistaa, mitä olet suorittanut. Säilytä se itsekin: ensi kerralla käyt vain sen, mikä on muuttunut.
alone-send-title = Haluatko lähettää palautteen?
alone-send-text = { $forms ->
    [0] { $items ->
        [one] Merkitsit yhden kehittämiskohteen.
       *[other] Merkitsit { $items } kehittämiskohdetta.
    }
   *[other] { $items ->
        [0] Annoit palautteen.
        [one] Annoit palautteen ja merkitsit yhden kehittämiskohteen.
       *[other] Annoit palautteen ja merkitsit { $items } kehittämiskohdetta.
    }
} Ne ovat vain tällä koneella. Jos haluat, saat niistä tiedoston, jonka lähetät itse. Siinä lukee myös, mitkä harjoitusten ja loppukokeen kysymykset menivät sinulta oikein. Nimeäsi siinä ei ole.
alone-send-made = Palautetiedosto on valmis. Jos haluat, lähetä kansion tiedostot tilaajalle: { $subscriber }.
alone-send-make = Tee palautetiedosto
alone-after-title = Tästä eteenpäin
alone-guide-text = Taskuohje: tärkein yhdellä arkilla. Tulosta se tai pidä puhelimessa.
alone-guide-show = Näytä taskuohje
alone-refresh-text = Kertaus: muutama minuutti viikossa, niin opittu pysyy mielessä.
alone-refresh-start = Aloita kertaus
alone-pass-on-text = Työnjohtaja: voit pitää saman kurssin omalle porukallesi. Uusi rekisteri nojaa tähän rekisteriin.
alone-pass-on = Pidä kurssi omalle porukalle
alone-pass-on-open = Pidän omalle porukalle kurssin, jonka olen itse suorittanut
alone-pass-on-title = Oma suorituksesi
alone-pass-on-explained = Kun olet itse suorittanut kurssin, voit pitää sen omalle porukallesi. Uusi rekisteri kertoo, minkä suorituksen varassa se on.
alone-pass-on-register = Oma rekisterisi (register.pdf)
alone-pass-on-without = Pidän kurssin ilman omaa rekisteriä
alone-pass-on-not-clear = Oma rekisterisi ei vielä kelpaa. Valitse toinen, tai pidä kurssi ilman sitä.
alone-pass-on-looking = Tarkistetaan rekisteriä
alone-pass-on-granted = Suoritus kelpaa: { $name }, { $day }.
alone-pass-on-untrusted = Tämä kone ei tunne rekisterin allekirjoittajaa. Kurssin voi pitää, mutta tilaaja ratkaisee, mitä suoritus on arvoltaan.
alone-pass-on-whose = Mikä riveistä on sinun?
alone-rehearsed-files =
    Rekisteri: { $register }
    Tapahtumaloki: { $session }
