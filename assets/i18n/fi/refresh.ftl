refresh-not-ours = Tiedosto ei ole kertausten tiedosto. Siirrä se syrjään, niin kertaus alkaa uudesta tiedostosta; mitään ei poisteta: { $path }
refresh-too-new = Kertaukset on tallennettu uudemmalla ohjelmalla (versio { $version }). Päivitä Perehdytin; tiedostoon ei ole koskettu: { $path }
refresh-damaged = Kertausten tiedosto on vioittunut. Siirrä se syrjään, niin kertaus alkaa uudesta tiedostosta; mitään ei poisteta: { $path }
refresh-store-in-use = Toinen ohjelma pitää kertausten tiedostoa varattuna. Sulje se ja yritä uudelleen: { $path }
refresh-disk-full = Levy on täynnä, vastausta ei tallennettu. Vapauta tilaa ja yritä uudelleen: { $path }
refresh-store-failed = Kertausten tiedostoa ei voitu käyttää ({ $reason }). Yritä uudelleen: { $path }
refresh-not-passed = Kurssi on vielä kesken. Kertaus alkaa, kun kaikki teemat on tehty ja loppukoe läpäisty.
refresh-course-changed = Kertauksen kopio kurssista puuttuu tai sitä on muutettu. Aloita kertaus uudelleen päättämästäsi itseopiskelusta; edistymisesi säilyy: { $path }
refresh-no-card = Kysymystä ei enää ole kertauksissa. Palaa kertauksen alkuun: { $path }
refresh-title = Kertaus
refresh-reading = Haetaan kertauksia
refresh-no-courses = Kertaus alkaa, kun olet käynyt kurssin itseopiskeluna ja läpäissyt sen.
refresh-to-home = Aloitusnäyttöön
refresh-again = Yritä uudelleen
refresh-set-aside = Siirrä tiedosto syrjään ja aloita uudesta
refresh-was-set-aside = Vanha tiedosto on tallessa: { $path }
refresh-course = Kurssi
refresh-due-now = { $count -> 
    [one] Yksi kysymys kerrattavana
   *[other] { $count } kysymystä kerrattavana
}
refresh-due-takes = Aikaa menee noin { $minutes } min. Voit lopettaa milloin vain: vastatut ovat tallessa.
refresh-begin = Kertaa nyt
refresh-go-on = Jatka kertausta
refresh-open = Avaa kertaus
refresh-done-for-now = Ei kerrattavaa juuri nyt
refresh-next-on = Seuraava kertaus { $day }: { $questions -> 
    [one] yksi kysymys
   *[other] { $questions } kysymystä
}, noin { $minutes } min.
refresh-nothing-ahead = Puoleen vuoteen ei ole kerrattavaa.
refresh-target-reached = Tavoitepäivän kertaukset on tehty
refresh-nothing-after-target = Poista tavoitepäivä tai aseta uusi, niin kertaus jatkuu.
refresh-more-now = { $count -> 
    [one] Kertaa silti yksi kysymys
   *[other] Kertaa silti { $count } kysymystä
}
refresh-known-now = Muistat nyt arviolta { $percent } % siitä, mitä sinulta on kysytty. Kysyttyjä on { $known }, kurssissa kaikkiaan { $cards }.
refresh-known-nothing = Kurssissa on { $cards } kysymystä. Ensimmäisen kertauksen jälkeen näet, mitä muistat.
refresh-to-statistics = Mitä muistan ja mitä unohdan
refresh-to-guide = Taskuohje
refresh-stop = Lopeta tämän kurssin kertaus
refresh-stop-hint = Vastauksesi säilyvät: voit aloittaa myöhemmin samasta kohdasta.
refresh-stopped = Kertaus on lopetettu. Vastauksesi ovat tallessa.
refresh-rhythm = Milloin ja kuinka paljon
refresh-minutes-label = Minuutteja viikossa
refresh-minutes-a-week = { $minutes } min
refresh-days-label = Kertauspäivät
refresh-weekday-short = { $day -> 
    [mo] ma
    [tu] ti
    [we] ke
    [th] to
    [fr] pe
    [sa] la
   *[su] su
}
refresh-weekday = { $day -> 
    [mo] maanantai
    [tu] tiistai
    [we] keskiviikko
    [th] torstai
    [fr] perjantai
    [sa] lauantai
   *[su] sunnuntai
}
refresh-day = { $day -> 
    [mo] maanantaina
    [tu] tiistaina
    [we] keskiviikkona
    [th] torstaina
    [fr] perjantaina
    [sa] lauantaina
   *[su] sunnuntaina
} { $date }
refresh-per-sitting = { $questions -> 
    [one] Yksi kysymys
   *[other] Enintään { $questions } kysymystä
} kerralla, noin { $minutes } min.
refresh-target-label = Tavoitepäivä, jos haluat
refresh-target-help = Päivä, jona kaiken pitää olla tuoreessa muistissa, esimerkiksi urakan alku.
refresh-target-hint = esim. 15.3.2027
refresh-target-set = Aseta
refresh-target-wrong = Kirjoita tuleva päivä muodossa 15.3.2027.
refresh-target-is = Kaikki tuoreessa muistissa { $day }
refresh-target-last = Viimeiset kysymykset tulevat viimeistään { $day }. Sen jälkeen kerrattavaa ei ole.
refresh-target-too-near = { $count -> 
    [one] Yhtä kysymystä ei ehditä kysyä
   *[other] { $count } kysymystä ei ehditä kysyä
} ennen tavoitetta. Lisää minuutteja tai päiviä.
refresh-target-remove = Poista tavoitepäivä
refresh-calendar-title = Päivät omaan kalenteriin
refresh-calendar-text = { $count -> 
    [0] Kertauksia ei ole tulossa.
    [one] Tiedostoon tulee yksi kertauspäivä.
   *[other] Tiedostoon tulee { $count } kertauspäivää. Avaa se kalenterissasi.
}
refresh-calendar-file = Kalenteritiedosto (.ics)
refresh-calendar-save = Tallenna kalenteri
refresh-calendar-saved = Kalenteri tallennettu: { $path }
refresh-calendar-sitting = Kertaus: { $course }
refresh-calendar-task = { $questions -> 
    [one] Yksi kysymys
   *[other] { $questions } kysymystä
}, noin { $minutes } min. Avaa Perehdytin ja valitse Kertaus.
refresh-calendar-target = Tavoitepäivä: { $course } tuoreessa muistissa
refresh-question-of = Kysymys { $number } / { $total }
refresh-comes-again = Tämä meni äsken väärin: nyt uudelleen.
refresh-how-sure = Vastaa: kuinka varma olet?
refresh-sure-guess = Veikkaan
refresh-sure-think = Luulen näin
refresh-sure-know = Tiedän
refresh-answer-first = Valitse ensin vastaus.
refresh-leave = Lopeta tähän
refresh-next = Seuraava
refresh-to-end = Valmis
refresh-right = Oikein
refresh-wrong = Ei näin
refresh-wrong-but-sure = Olit varma asiastasi, ja juuri siksi tämä kannattaa painaa mieleen.
refresh-you-did = Näin toimit
refresh-you-did-instead = Sinä valitsit
refresh-better = Parempi tapa
refresh-for-customer = Asiakkaalle
refresh-for-subscriber = Tilaajalle
refresh-for-contractor = Omalle yrityksellesi
refresh-it-is-true = Väite pitää paikkansa.
refresh-it-is-not-true = Väite ei pidä paikkaansa.
refresh-right-order = Oikea järjestys
refresh-right-and-picked = Oikein, ja valitsit tämän
refresh-right-not-picked = Tämäkin olisi pitänyt valita
refresh-wrong-and-picked = Valitsit tämän, mutta se ei ole oikein
refresh-wrong-not-picked = Ei oikea
refresh-slide-again = Kertaa tästä
refresh-comes-back-on = Palaa aikaisintaan { $day }.
refresh-comes-back-today = Tulee vielä uudelleen tämän kertauksen lopussa.
refresh-end-title = Valmis tältä päivältä
refresh-end-score = Heti oikein { $right } / { $total }.
refresh-end-next = Seuraava kertaus { $day }.
refresh-back = Takaisin
refresh-statistics-title = Mitä muistan ja mitä unohdan
refresh-statistics-empty = Täällä näet, mitä muistat, kun olet kerrannut ensimmäisen kerran.
refresh-over-time = Ajan mittaan
refresh-over-time-text = Arvio: muistat nyt { $known } %. { $answers -> 
    [0] Kertauksissa ei ole vielä vastauksia.
   *[other] Kertauksissa heti oikein { $right } / { $answers }.
}
refresh-chart-known = Arvio siitä, mitä muistat
refresh-chart-weeks = Heti oikein, viikoittain
refresh-chart-aim = Tavoite 90 %
refresh-chart-spoken = Kuvaaja: muistat arviolta { $last } %, alussa { $first } %.
refresh-forgotten-title = Mikä unohtuu
refresh-forgotten-nothing = Mikään ei ole unohtunut kertauksissa.
refresh-sure-but-wrong = { $count -> 
    [one] Kerran olit varma, mutta väärässä.
   *[other] { $count } kertaa olit varma, mutta väärässä.
}
refresh-forgotten-line = Väärin { $wrong } / { $answers } · { $theme }
refresh-by-theme = Teemoittain
refresh-column-theme = Teema
refresh-column-questions = Kysymyksiä
refresh-column-right = Heti oikein
refresh-column-known = Muistat nyt
refresh-right-of = { $right } / { $answers }
refresh-percent = { $share } %
refresh-guide-title = Taskuohje
refresh-guide-contacts = Keneen otat yhteyttä
refresh-guide-file = Tulostettava tiedosto (.pdf)
refresh-guide-save = Tallenna PDF
refresh-guide-saved = Taskuohje tallennettu: { $path }
refresh-not-printed = Taskuohjetta ei voitu tehdä ({ $reason }). Yritä uudelleen; ellei se auta, aloita kertaus uudelleen itseopiskelustasi.
refresh-home-due = { $course }: { $count -> 
    [one] yksi kysymys
   *[other] { $count } kysymystä
}, noin { $minutes } min.
refresh-home-next = { $course }: seuraava kertaus { $day }.
refresh-home-resting = { $course }: ei kerrattavaa nyt.
