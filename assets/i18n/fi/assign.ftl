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
assign-theme-line = { $theme } (versio { $revision }), { $minutes } min
assign-need-none = { $count ->
    [one] Häneltä ei puutu mitään: { $names }
   *[other] Heiltä ei puutu mitään: { $names }
}
assign-proves-nothing = Tehtävä ei todista mitään. Kun rekisteri palaa, tuo se: perehdytin records import
