assign-not-an-assignment = Tämä ei ole perehdytyksen tehtävä. Pyydä tilaajalta tiedosto uudelleen. Tiedosto: { $file }
assign-newer = Tehtävän on tehnyt uudempi ohjelma (versio { $version }). Päivitä Perehdytin. Tiedosto: { $file }
assign-bad-field = Tehtävän kenttä { $field } puuttuu tai on viallinen. Pyydä tilaajalta tiedosto uudelleen. Tiedosto: { $file }
assign-other-course = Tehtävä koskee toista kurssia ({ $course }). Pyydä tilaajalta se kurssipaketti. Tiedosto: { $file }
assign-other-revision = Tehtävä koskee kurssin versiota { $asked }, mutta sinulla on versio { $here }. Pyydä tilaajalta sama versio tai uusi tehtävä. Tiedosto: { $file }
assign-no-theme = Kurssissa ei ole teemaa { $theme }, jota tehtävä pyytää. Pyydä tilaajalta kurssipaketti ja tehtävä uudelleen. Tiedosto: { $file }
assign-other-theme-revision = Tehtävä pyytää teemasta { $theme } versiota { $asked }, mutta sinulla on versio { $here }. Pyydä tilaajalta kurssipaketti uudelleen. Tiedosto: { $file }
assign-nobody-lacks = Keneltäkään ei puutu mitään, joten tehtävää ei tarvita.
assign-choose-course = Teemoja puuttuu useasta kurssista. Valitse yksi valinnalla --course: { $courses }
assign-written = Tehtävä on valmis: { $file }
assign-summary = { $themes ->
    [one] Yksi teema
   *[other] { $themes } teemaa
}, { $people ->
    [one] yksi henkilö
   *[other] { $people } henkilöä
}, yhteensä { $all } min (teemat { $minutes } min, loppukoe { $test } min)
assign-summary-without-test = { $themes ->
    [one] Yksi teema
   *[other] { $themes } teemaa
}, { $people ->
    [one] yksi henkilö
   *[other] { $people } henkilöä
}, teemat { $minutes } min ja loppukoe
assign-summary-test = Vain loppukoe, { $people ->
    [one] yksi henkilö
   *[other] { $people } henkilöä
}{ $test ->
    [0] {""}
   *[other] , { $test } min
}
assign-theme-line-test = { $theme } (versio { $revision }): käyty jo, vain kokeessa
assign-person-lacks-test = { $name }: vain loppukoe, teemat on jo käyty
assign-person-lacks-and-test = { $name }: { $themes }, ja loppukoe jo käydyistä teemoista
assign-tested-in-room = Nämä osallistujat ovat jo käyneet, niistä puuttuu vain loppukoe: { $themes }. Voit ohittaa ne tilaisuudessa.
assign-tested-alone = Nämä olet jo käynyt, niistä puuttuu vain loppukoe: { $themes }. Anna ohjelmalle rekisteri, jossa ne on käyty, niin sinun ei tarvitse käydä niitä uudelleen.
assign-retake = Jolta puuttuu vain loppukoe, voi tulla tilaisuuteen suoraan loppukokeeseen: jo käytyjä teemoja hänen ei tarvitse käydä uudelleen. Yksin opiskeleva välttyy niiltä, kun hän antaa ohjelmalle rekisterin, jossa ne on käyty.
assign-theme-line = { $theme } (versio { $revision }), { $minutes } min
assign-need-none = { $count ->
    [one] Häneltä ei puutu mitään: { $names }
   *[other] Heiltä ei puutu mitään: { $names }
}
assign-proves-nothing = Tehtävä ei todista mitään. Kun rekisteri palaa, tuo se: perehdytin records import
assign-themes-title = Teemat
assign-whole-course = Koko kurssi ({ $count ->
    [one] yksi teema
   *[other] { $count } teemaa
})
assign-part-of-course = Vain osa teemoista
assign-theme-choice = { $theme }, { $minutes } min
assign-length = { $count }/{ $whole } teemaa, yhteensä noin { $minutes } min { $questions ->
    [0] ilman loppukoetta
    [one] loppukokeineen (yksi kysymys)
   *[other] loppukokeineen ({ $questions } kysymystä)
}
assign-part-explained = Loppukokeessa kysytään vain näistä teemoista. Rekisterissä lukee, että perehdytys on osittainen ja mitkä teemat siihen kuuluivat.
assign-no-theme-chosen = Valitse ainakin yksi teema, tai koko kurssi.
assign-alone-title = Sinulta puuttuvat vain nämä
assign-take-whole = Opiskelen koko kurssin
assign-filled-in = { $people ->
    [one] Tehtävän teemat ja henkilö on täytetty alle. Tiedosto: { $file }
   *[other] Tehtävän teemat ja { $people } henkilöä on täytetty alle. Tiedosto: { $file }
}
assign-filled-in-alone = Tehtävän teemat on valittu alle. Tiedosto: { $file }
assign-open-assignment = Avaa tehtävä
assign-card-title = Tilaajan tehtävä: osittainen perehdytys
assign-card-text = Saitko tilaajalta tehtävän? Pudota tiedosto tähän ikkunaan tai valitse se. Silloin käydään läpi vain ne teemat, jotka puuttuvat.
assign-card-file = Tehtävän tiedosto
assign-card-people = { $names }{ $more ->
    [0] {""}
   *[other] {" "}ja { $more } muuta
}
assign-do-alone = Opiskele nämä itse
assign-do-room = Pidä näistä tilaisuus
assign-open = Tee tehtävä puuttuvista teemoista
assign-dialog-title = Tehtävä: { $name }
assign-dialog-reading = Katsotaan, mitä puuttuu.
assign-dialog-text = Lähetä tiedosto kouluttajalle tai asentajalle itselleen. Kun hän pudottaa sen ohjelman ikkunaan, käydään läpi vain nämä teemat. Tuo sitten rekisteri, joka siitä palaa: tehtävä itse ei todista mitään.
assign-dialog-file = Tiedosto, johon tehtävä tallennetaan
assign-dialog-write = Tallenna tehtävä
assign-person-lacks = { $name }: { $themes }
assign-person-lacks-all = { $name }: { $count ->
    [one] tämä teema
   *[other] kaikki { $count } teemaa
}
assign-letter-attached = Mukana on myös tehtävä (.perehdytys). Kun sen pudottaa Perehdyttimen ikkunaan, käydään läpi vain puuttuvat teemat.
assign-part-short = osittainen, { $count }/{ $whole } teemaa
assign-part-long = Osittainen perehdytys: { $count ->
    [one] yksi teema
   *[other] { $count } teemaa
}
