trend-aside-not-feedback = Palautetiedosto on vioittunut tai sitä on muokattu. Pyydä lähettäjältä alkuperäinen feedback.json.
trend-aside-newer = Palautetiedosto on tehty uudemmalla ohjelmalla (muoto { $version }). Päivitä ohjelma ja tuo tiedosto uudelleen.
trend-aside-unfit = Palautetiedoston kenttä { $field } on mahdoton. Pyydä lähettäjältä alkuperäinen feedback.json.
trend-aside-other-than-register = Saman tilaisuuden hyväksytty rekisteri kertoo toisen päivän tai kurssin. Selvitä lähettäjältä, mistä tiedosto on peräisin.
trend-aside-other-feedback = Samasta tilaisuudesta on jo palautetiedosto, ja siinä on eri tiedot. Jos tämä on oikea, jätä ensin vanha pois laskuista ja tuo tämä uudelleen.
trend-too-long = Teksti on liian pitkä. Lyhennä se enintään { $limit } merkkiin.
trend-spoken-for = Samasta tilaisuudesta lasketaan jo palautetiedosto { $other }. Jätä ensin se pois laskuista.
trend-no-table = Taulukkoa ei voi koota ({ $reason }). Kokeile toista muotoa: .csv tai .xlsx.
trend-deed-heard = Toi palautetiedoston { $digest }…, { $items ->
    [0] ei kehittämiskohteita
    [one] yksi kehittämiskohde
   *[other] { $items } kehittämiskohdetta
}
trend-deed-left-out = Jätti palautetiedoston { $digest }… pois laskuista
trend-deed-taken-back = Otti palautetiedoston { $digest }… takaisin laskuihin
trend-deed-developed = Muutti kehittämiskohdetta { $item }: { $change }
trend-heard = Tuotu palaute, { $items ->
    [0] ei kehittämiskohteita
    [one] yksi kehittämiskohde
   *[other] { $items } kehittämiskohdetta
}: { $path }
trend-tie-register = Tilaisuuden hyväksytty rekisteri on täällä ja kertoo saman päivän ja kurssin.
trend-tie-unaccepted = Tilaisuuden rekisteri on täällä, mutta sen allekirjoittajaa ei ole hyväksytty.
trend-tie-missing = Tilaisuuden rekisteri puuttuu. Tuo sekin, niin näkyy, kuuluvatko ne yhteen.
trend-tie-contradicts = Tilaisuuden hyväksytty rekisteri kertoo toisen päivän tai kurssin. Tätä ei lasketa mukaan.
trend-tie-alone = Itse opiskelleen palaute: nimetön, joten sitä ei voi yhdistää rekisteriin.
trend-left-out = Jätetty pois laskuista.
trend-unsigned = Palautetiedostoja ei ole allekirjoitettu, joten kukaan ei vastaa niiden luvuista.
trend-nothing-heard = Palautetta ei vielä ole. Tuo tilaisuuden kansio tai sen feedback.json.
trend-ground = Hyväksytty rekisteri { $registers }, allekirjoittaja hyväksymättä { $unaccepted }, rekisteri puuttuu { $missing }, itse opiskelleita { $alone }.
trend-ground-rehearsals = Mukana { $count ->
    [one] on yksi harjoitus, jonka osallistujat ovat keksittyjä.
   *[other] on { $count } harjoitusta, joiden osallistujat ovat keksittyjä.
}
trend-ground-left-out = { $count ->
    [one] Yksi palautetiedosto on jätetty pois laskuista.
   *[other] { $count } palautetiedostoa on jätetty pois laskuista.
}
trend-ground-contradicting = { $count ->
    [one] Yhtä palautetiedostoa ei lasketa, koska se on ristiriidassa rekisterinsä kanssa.
   *[other] { $count } palautetiedostoa ei lasketa, koska ne ovat ristiriidassa rekisteriensä kanssa.
}
trend-state-new = Uusi
trend-state-agreed = Sovittu
trend-state-in-work = Työn alla
trend-state-done = Tehty
trend-state-rejected = Hylätty
trend-changed-state = tila: { $state }
trend-changed-owner = vastuuhenkilö: { $owner }
trend-changed-no-owner = ei vastuuhenkilöä
trend-changed-due = määräpäivä: { $date }
trend-changed-no-due = ei määräpäivää
trend-changed-note = huomautus: { $note }
trend-until-day = viimeistään { $date }
trend-no-items = Kehittämiskohteita ei löydy.
trend-no-changes = Mitään ei ole vielä muutettu.
trend-nothing-to-set = Anna, mitä muuttuu: --state, --owner, --due, --no-due tai --note.
trend-table-format = Anna tiedosto, jonka nimi päättyy .xlsx tai .csv: { $path }
trend-table-written = Taulukossa { $count ->
    [one] on yksi kehittämiskohde
   *[other] on { $count } kehittämiskohdetta
}: { $path }
trend-items-file = Kehittämiskohteet
trend-column-number = Nro
trend-column-item = Kehittämiskohde
trend-column-state = Tila
trend-column-owner = Vastuuhenkilö
trend-column-due = Määräpäivä
trend-column-note = Viimeisin huomautus
trend-column-theme = Teema
trend-column-course = Kurssi (versio)
trend-column-day = Tilaisuus
trend-column-place = Paikka
trend-column-contractors = Palveluntuottajat
trend-column-session = Tunnus
trend-studied-alone = Itseopiskelu
trend-verdict-worse = huononi
trend-verdict-better = parani
trend-verdict-unclear = ei selvää eroa
trend-verdict-too-few = alle { $fewest } vastausta, ei voi vertailla
trend-occasion-alone = itse opiskelleet { $month } ({ $people })
trend-sessions = { $count ->
    [one] Yksi tilaisuus
   *[other] { $count } tilaisuutta
}
trend-heading-course = Koko kurssi, ensimmäiset vastaukset
trend-heading-themes = Teemat, ensimmäiset vastaukset
trend-heading-questions = Teemojen kysymykset, vastaukset ennen keskustelua
trend-heading-test = Loppukokeen kysymykset, ensimmäinen yritys
trend-heading-ratings = Palautteen arviot, 1–5
trend-heading-said = Omin sanoin
trend-with-revision = versio { $revision }: { $measured }
trend-share = { $percent } % väärin ({ $wrong }/{ $answered })
trend-mean = { $mean } ({ $answers ->
    [one] yksi arvio
   *[other] { $answers } arviota
})
trend-tab-items = { $open ->
    [0] Kehittämiskohteet
   *[other] Kehittämiskohteet ({ $open })
}
trend-tab-trends = Palaute ja kehitys
trend-items-text = Mitä tilaisuuksissa toivottiin paremmaksi? Sovi, kuka hoitaa ja mihin mennessä. Kaikki muutokset jäävät näkyviin.
trend-items-words = Hae kehittämiskohteista
trend-items-words-hint = asia, teema, vastuuhenkilö, paikka tai palveluntuottaja
trend-items-open = Avoimet
trend-items-all = Kaikki
trend-items-count = { $count ->
    [one] Yksi kehittämiskohde
   *[other] { $count } kehittämiskohdetta
}
trend-items-out = Tallenna taulukkona
trend-items-out-title = Tallenna taulukkona
trend-items-out-text = Taulukkoon tulee { $count ->
    [one] yksi kehittämiskohde
   *[other] { $count } kehittämiskohdetta
}, se mikä luettelossa nyt näkyy.
trend-items-out-file = Tiedosto (.xlsx tai .csv)
trend-table-exists = Tiedosto on jo olemassa. Anna toinen nimi tai valitse se selaamalla: { $path }
trend-all-courses = Kaikki kurssit
trend-item-late = Määräpäivä on mennyt.
trend-item-set = Hoitaminen
trend-item-due = Mihin mennessä
trend-item-note = Huomautus (jää historiaan)
trend-save = Tallenna
trend-saved = Kehittämiskohde on tallennettu.
trend-history = Mitä on tapahtunut
trend-back-to-items = Takaisin kehittämiskohteisiin
trend-back-to-trends = Takaisin palautteeseen
trend-sources-open = Näytä palautetiedostot
trend-sources-title = Palautetiedostot
trend-sources-text = Palautetiedostoa ei ole allekirjoitettu. Se yhdistetään rekisteriinsä tilaisuuden tunnuksella. Jos luvut ovat väärin, jätä tiedosto pois laskuista. Voit ottaa sen takaisin.
trend-source-rehearsal = Harjoitus: osallistujat ovat keksittyjä.
trend-source-came = { $name }, tuotu { $at }, tuoja { $who }
trend-leave-out = Jätä pois laskuista
trend-take-back = Ota takaisin laskuihin
trend-was-left-out = Palautetiedosto on jätetty pois laskuista.
trend-was-taken-back = Palautetiedosto on taas mukana laskuissa.
trend-kinds = Mitkä tilaisuudet
trend-kinds-all = Kaikki
trend-kinds-room = Ryhmässä pidetyt
trend-kinds-alone = Itse opiskellut
trend-view = Mitä katsotaan
trend-view-themes = Teemat
trend-view-questions = Kysymykset
trend-view-test = Loppukoe
trend-view-ratings = Arviot
trend-view-said = Omin sanoin ({ $count })
trend-nothing-to-show = Näistä tilaisuuksista ei ole tätä tietoa.
trend-explain-themes = Väärien vastausten osuus kaikista teeman kysymyksistä, ensimmäinen vastaus. Eniten väärin ensin. Valitse rivi, niin näet tilaisuudet.
trend-explain-questions = Väärien vastausten osuus ennen keskustelua. Eniten väärin ensin. Valitse rivi, niin näet tilaisuudet.
trend-explain-test = Väärien vastausten osuus loppukokeen ensimmäisellä yrityksellä. Eniten väärin ensin. Valitse rivi, niin näet tilaisuudet.
trend-explain-ratings = Palautteen arvioiden keskiarvo asteikolla 1–5. Valitse rivi, niin näet tilaisuudet.
trend-explain-said = Uusimmat ensin. Kirjoittajaa ei tiedetä.
trend-column-what = Mistä on kyse
trend-column-before = Edellinen versio
trend-column-newest = Uusin versio
trend-column-change = Muutos
trend-whole-course = Koko kurssi
trend-cell = v{ $revision }: { $measured }
trend-short-share = { $percent } % ({ $wrong }/{ $answered })
trend-short-mean = { $mean } (n = { $answers })
trend-verdict-few-short = liian vähän
trend-one-revision-only = Vasta yksi kurssiversio, joten vertailtavaa ei vielä ole.
trend-got-better = Version { $revision } myötä parani: ennen { $was }, nyt { $is }. Ero on niin suuri, ettei se luultavasti ole sattumaa.
trend-got-worse = Version { $revision } myötä huononi: ennen { $was }, nyt { $is }. Ero on niin suuri, ettei se luultavasti ole sattumaa.
trend-got-unclear = Versio { $revision } ei muuttanut tätä selvästi: ennen { $was }, nyt { $is }. Ero voi olla sattumaa.
trend-got-too-few = Vastauksia on vielä liian vähän vertailuun: ennen { $was }, nyt { $is }. Kummastakin tarvitaan vähintään { $fewest }.
trend-theme-not-revised = Teeman omaa sisältöä ei välissä uudistettu.
trend-by-revision = Kurssiversioittain
trend-by-session = Tilaisuuksittain
trend-column-revision = Kurssiversio
trend-column-time = Milloin
trend-column-sessions = Tilaisuuksia
trend-column-measured = Tulos
trend-column-between = Todennäköinen vaihteluväli
trend-revision = versio { $revision }
trend-revision-of-theme = versio { $revision } (teema { $theme })
trend-between-percent = { $low }–{ $high } %
trend-between = { $low }–{ $high }
trend-between-explained = Todennäköinen vaihteluväli (95 %): mitä vähemmän vastauksia, sitä leveämpi.
trend-measure-share = Väärien vastausten osuus tilaisuus tilaisuudelta
trend-measure-rating = Arvioiden keskiarvo tilaisuus tilaisuudelta, 1–5
trend-legend-session = tilaisuus, sitä isompi mitä enemmän vastauksia
trend-legend-between = todennäköinen vaihteluväli
trend-legend-level = koko version taso
trend-legend-revision = kurssiversio vaihtuu
