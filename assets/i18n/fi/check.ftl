check-error = virhe
check-warning = varoitus
check-hint = vihje
check-suppressed = … ja ainakin { $count } muuta. Korjaa ensin edelliset.
check-summary-wrong = { $errors ->
        [one] { $errors } virhe
       *[other] { $errors } virhettä
    }, { $warnings ->
        [one] { $warnings } varoitus
       *[other] { $warnings } varoitusta
    }: { $folder }
check-summary-fine = Kunnossa: { $themes ->
        [one] { $themes } teema
       *[other] { $themes } teemaa
    }, { $minutes } min, { $questions ->
        [one] { $questions } kysymys
       *[other] { $questions } kysymystä
    } tilaisuudessa, { $test ->
        [one] { $test } koekysymys
       *[other] { $test } koekysymystä
    }, { $warnings ->
        [one] { $warnings } varoitus
       *[other] { $warnings } varoitusta
    }: { $folder }
check-published = Julkaisu kirjattu tiedostoon published.ron: { $folder }
check-publish-refused = Ei julkaistu. Korjaa ensin virheet: { $folder }
check-not-published = Tiedostoa published.ron ei voitu kirjoittaa ({ $reason }): { $folder }
check-folder-missing = kansiota ei ole
check-no-folder = tämä ei ole kansio
check-folder-unreadable = kansiota ei voi lukea ({ $reason })
check-folder-hint = anna kurssipaketin kansio eli se, jossa course.ron on
check-too-many-files = kansiossa on enemmän tiedostoja tai syvempiä kansioita kuin mikään kurssi tarvitsee
check-path-form = tällaista tiedostonimeä ei voi käyttää joka koneessa: { $path }
check-path-absolute = polku ei saa alkaa levyn juuresta: { $path }
check-path-leaves = polku vie ulos paketin kansiosta: { $path }
check-path-hint = kirjoita polku paketin kansiosta alkaen, osien välissä vinoviiva: media/kuva.svg
check-path-link = paketissa ei saa olla symbolisia linkkejä: { $path }
check-path-link-hint = korvaa linkki tiedostolla, johon se osoittaa
check-file-missing = tiedostoa ei ole: { $path }
check-file-kind = tämä ei ole tavallinen tiedosto: { $path }
check-file-kind-hint = paketissa saa olla vain tiedostoja ja kansioita, ei putkia eikä laitteita
check-file-too-large = tiedosto on liian suuri, raja on { $limit } kt: { $path }
check-file-too-large-hint = pienennä tiedostoa tai jaa se osiin
check-file-unreadable = tiedostoa ei voi lukea ({ $reason }): { $path }
check-not-utf8 = tiedosto ei ole UTF-8-tekstiä: rivi { $line }, tavu { $at }
check-not-utf8-hint = tallenna tiedosto tekstieditorissa merkistöllä UTF-8
check-duplicate-file = sama tiedosto on luettelossa kahdesti: { $path }
check-many-themes = teemoja saa olla enintään { $limit }
check-media-too-large = kuvat ovat yhteensä liian suuria, raja on { $limit } Mt
check-picture-kind = kuvan on oltava SVG-, PNG- tai JPEG-tiedosto: { $file }
check-picture-kind-hint = nimen lopussa on .svg, .png, .jpg tai .jpeg
check-picture-broken = kuva on rikki tai muuta kuin sen nimi sanoo: { $file }
check-picture-broken-hint = avaa kuva piirto-ohjelmassa ja tallenna se uudelleen
check-picture-too-large = kuvassa on liikaa kuvapisteitä, { $size }: { $file }
check-picture-too-large-hint = pisin sivu saa olla { $side } kuvapistettä ja koko kuva { $pixels } miljoonaa
check-picture-shape = kuva on liian kapea tai matala, { $size }: { $file }
check-picture-shape-hint = pitkä sivu saa olla enintään 20 kertaa lyhyen mittainen
check-svg-entities = SVG-kuvassa on dokumenttityyppi (DOCTYPE), jollaista ei avata: { $file }
check-svg-entities-hint = poista DOCTYPE-kohta ja siinä määritellyt merkinnät
check-svg-complex = SVG-kuva on liian monimutkainen tai viittaa itseensä: { $file }
check-svg-complex-hint = yksinkertaista piirrosta tai tallenna se PNG-kuvana
check-svg-outside = SVG-kuva hakee tai suorittaa jotakin piirroksen ulkopuolelta ({ $what }): { $file }
check-svg-outside-hint = jätä piirrokseen vain muodot ja tekstit, ei kuvia, skriptejä eikä linkkejä
check-empty-file = tiedosto on tyhjä
check-not-ron = tämä ei ole RON-tiedosto
check-not-ron-hint = paketin tiedosto on yksi rakenne: ( kenttä: arvo, … )
check-trailing = tässä on vielä jotakin, vaikka tiedoston rakenne päättyi jo
check-unexpected = tähän ei kuulu { $found }
check-unexpected-end = tiedosto päättyy kesken
check-unclosed = avattua sulkua { $open } ei suljeta
check-unclosed-hint = lisää puuttuva { $close }
check-wrong-close = tässä on { $found }, vaikka pitäisi olla { $close }
check-wrong-close-hint = sulku { $open } avattiin rivillä { $line }
check-field-in-list = kenttä { $name } ei kuulu luetteloon: puuttuuko sen edeltä sulku ]
check-missing-colon = tästä puuttuu kaksoispiste
check-missing-comma = tämän edestä puuttuu pilkku
check-after-string = rivillä { $line } alkanut teksti päättyi tähän, ja sen perästä puuttuu pilkku
check-quote-hint = jos lainausmerkki on tekstin sisällä, käytä merkkiä ” tai kirjoita \"; tarkista myös, että edellinen teksti päättyy lainausmerkkiin
check-unclosed-string = tässä alkava teksti ei pääty lainausmerkkiin
check-unclosed-comment = tässä alkava huomautus ei pääty: puuttuu */
check-single-quote = tekstin ympärille tulevat suorat lainausmerkit
check-single-quote-hint = kirjoita "…"
check-quoted-field = kentän nimi kirjoitetaan ilman lainausmerkkejä
check-quoted-field-hint = kirjoita nimi: arvo; kielet ovat aaltosuluissa: {"{"}"fi": "…"{"}"}
check-bad-name = nimeä ei ymmärretä: { $name }
check-bad-name-hint = nimessä on vain kirjaimia a–z, numeroita ja alaviivoja; tekstin ympärillä on lainausmerkit
check-bad-number = lukua ei ymmärretä: { $text }
check-bad-raw-string = r-alkuisessa tekstissä pitää risuaitojen perässä olla lainausmerkki: r#"…"#
check-bad-escape = merkintää ei ymmärretä: { $text }
check-bad-escape-hint = kenoviiva kirjoitetaan \\, rivinvaihto \n, lainausmerkki \"
check-option-written = tässä ei käytetä merkintöjä Some ja None
check-option-hint = kirjoita pelkkä arvo tai jätä kenttä pois
check-too-deep = sisäkkäisiä tasoja saa olla enintään { $limit }
check-wrong-type = kenttään `{ $field }` kuuluu { $expected ->
        [bool] true tai false
        [number] kokonaisluku
        [decimal] desimaaliluku
        [string] teksti lainausmerkeissä
        [name] pelkkä nimi
        [struct] rakenne ( … )
        [list] luettelo [ … ]
        [map] sanakirja {"{"} … {"}"}
       *[text] teksti joka kielellä
        [language] kielen tunnus lainausmerkeissä
        [step] vaihe, esimerkiksi slide( … )
        [block] dian osa, esimerkiksi paragraph( … )
    }, tässä on { $found ->
        [bool] true tai false
        [number] kokonaisluku
        [decimal] desimaaliluku
        [string] teksti lainausmerkeissä
        [name] pelkkä nimi
        [struct] rakenne ( … )
        [list] luettelo [ … ]
        [map] sanakirja {"{"} … {"}"}
       *[text] teksti joka kielellä
        [language] kielen tunnus lainausmerkeissä
        [step] vaihe, esimerkiksi slide( … )
        [block] dian osa, esimerkiksi paragraph( … )
    }
check-unknown-field = tuntematon kenttä `{ $field }`
check-missing-field = kenttä `{ $field }` puuttuu
check-duplicate-field = `{ $field }` on annettu kahdesti
check-did-you-mean = tarkoititko `{ $name }`?
check-allowed = tässä käyvät: { $names }
check-unknown-kind = kohdassa `{ $field }` ei voi olla `{ $name }`
check-no-kind = kohdassa `{ $field }` sulun edestä puuttuu laji
check-empty-list = luettelo `{ $field }` on tyhjä
check-number-range = `{ $field }` on { $value }, sallittu väli on { $least }–{ $most }
check-format = tätä muodon versiota ei tunneta
check-format-hint = kirjoita format: 1
check-one-content = kohdassa `{ $name }` on suluissa täsmälleen yksi arvo
check-answers-is-bare = `answers` kirjoitetaan ilman sulkuja
check-nested-columns = palstojen sisällä ei voi olla palstoja
check-table-row = rivillä { $cells ->
        [one] on { $cells } solu
       *[other] on { $cells } solua
    }, otsikkorivillä { $header }
check-not-in-test = koekysymyksessä ei ole kenttää `{ $field }`
check-leave-out-hint = jätä kenttä pois
check-bare-text = kenttään `{ $field }` kuuluu teksti joka kielellä, tässä se on vain kerran
check-bare-text-hint = kirjoita { $example }
check-missing-language = kentästä `{ $field }` puuttuu kieli { $lang }
check-unknown-language = kieltä { $lang } ei ole paketin kielissä
check-duplicate-language = kieli { $lang } on annettu kahdesti
check-bad-language = tämä ei ole kielen tunnus: { $lang }
check-many-languages = kieliä saa olla enintään { $limit }
check-empty-text = kentän `{ $field }` teksti on tyhjä ({ $lang })
check-empty-string = kenttä `{ $field }` on tyhjä
check-control-character = tekstissä on näkymätön ohjausmerkki
check-too-many-words = kentässä `{ $field }` on { $count } sanaa ({ $lang }), raja on { $limit }
check-too-many-characters = kentässä `{ $field }` on { $count } merkkiä ({ $lang }), raja on { $limit }
check-too-long-hint = lyhennä: sano pääasia ja siirrä loput muistiinpanoihin
check-body-too-long = diassa on { $count } sanaa ({ $lang }), raja on { $limit }
check-body-too-long-hint = siirrä osa muistiinpanoihin tai jaa dia kahdeksi; tavoite on 35 sanaa
check-too-many-bullets = luettelossa on { $count } kohtaa, raja on { $limit }
check-too-many-bullets-hint = yhdistä kohtia tai jaa dia kahdeksi
check-bad-id = tunnus ei kelpaa: { $id }
check-bad-id-hint = tunnuksessa on pieniä kirjaimia a–z, numeroita ja merkkejä { $joint }, enintään { $limit } merkkiä
check-duplicate-id = tunnus { $id } on jo käytössä
check-duplicate-id-hint = se on jo kohdassa { $place }; anna tälle oma tunnus
check-duplicate-option-id = vaihtoehdon tunnus { $id } on jo käytössä tässä kysymyksessä
check-taught-by-unknown = `taught_by` viittaa tunnukseen, jota ei ole: { $id }
check-taught-by-theme = `taught_by` viittaa teemaan eikä vaiheeseen: { $id }
check-taught-by-test = `taught_by` viittaa koekysymykseen eikä vaiheeseen: { $id }
check-taught-by-hint = kirjoita sen dian tai muun vaiheen tunnus, jossa asia opetetaan
check-leads-to-unknown = `leads_to` viittaa vaiheeseen, jota ei ole: { $id }
check-leads-to-elsewhere = `leads_to` vie toisen teeman vaiheeseen: { $id }
check-leads-to-hint = vaihtoehto voi viedä vain saman teeman vaiheeseen
check-vote-again-unknown = `vote_again` viittaa vaiheeseen, jota ei ole: { $id }
check-vote-again-elsewhere = `vote_again` viittaa toisen teeman vaiheeseen: { $id }
check-vote-again-no-question = `vote_again` viittaa vaiheeseen, jossa ei vastata mihinkään: { $id }
check-vote-again-hint = kirjoita tämän teeman tilanteen tai kysymyksen tunnus
check-unreachable-branch = mikään vaihtoehto ei vie haaraan { $id }
check-unreachable-branch-hint = lisää jollekin vaihtoehdolle leads_to tai poista branch_only
check-endless-branch = vaiheesta { $id } ei pääse pois: jokainen vaihtoehto kiertää kehää
check-endless-branch-hint = jätä kehässä ainakin yhdestä vaihtoehdosta leads_to pois
check-few-options = luettelossa `{ $field }` on { $count ->
        [one] { $count } kohta
       *[other] { $count } kohtaa
    }, tarvitaan 2–{ $limit }
check-many-options = luettelossa `{ $field }` on { $count } kohtaa, niitä saa olla 2–{ $limit }
check-no-correct = mikään vaihtoehto ei ole oikea
check-no-correct-hint = merkitse paras vaihtoehto: correct: true
check-no-wrong = mikään vaihtoehto ei ole väärä
check-no-wrong-hint = lisää houkutteleva väärä vaihtoehto: correct: false
check-duplicate-option = sama teksti on jo toisena vaihtoehtona
check-right-is-longest = oikea vaihtoehto on paljon pidempi kuin yksikään väärä ({ $lang }: { $right } merkkiä, pisin väärä { $wrong })
check-right-is-longest-hint = pituus paljastaa vastauksen: lyhennä oikeaa tai täydennä vääriä
check-all-of-the-above = vaihtoehto viittaa muihin vaihtoehtoihin, vaikka niiden järjestys arvotaan
check-all-of-the-above-hint = kirjoita vaihtoehto, jonka ymmärtää ilman muita
check-explanation-hint = selitys opettaa, miksi oikea on oikein ja väärä houkuttelee
check-spread = oikea vaihtoehto on kohdassa { $letter } liian usein: { $count }/{ $all } kysymyksessä
check-spread-hint = siirrä oikeita vaihtoehtoja muihin kohtiin
check-no-question = teemassa ei kysytä mitään
check-no-question-hint = lisää tilanne, väite tai koekysymys teeman pääasiasta
check-induction-minutes = perehdytyksen suunniteltu kesto on { $minutes } min, sen pitää olla { $least }–{ $most } min
check-induction-minutes-hint = mukaan lasketaan vaiheet, tauot, loppukoe ja palaute, mutta ei haaroja; jos kurssi ei ole perehdytys, sen laji on training
check-induction-breaks = perehdytyksessä on { $breaks ->
        [one] { $breaks } tauko
       *[other] { $breaks } taukoa
    }, niitä pitää olla ainakin { $least }
check-induction-breaks-hint = lisää vaihe break( … )
check-draw-too-many = loppukokeeseen arvotaan { $draw } kysymystä, mutta koekysymyksiä on { $bank }
check-draw-too-many-hint = kirjoita lisää koekysymyksiä tai arvo vähemmän
check-least-too-many = { $least } kysymystä kustakin { $themes } teemasta on enemmän kuin arvottavat { $draw }
check-least-impossible = teemassa on koekysymyksiä { $questions }, mutta joka teemasta arvotaan ainakin { $least }: { $theme }
check-least-hint = pienennä lukua at_least_per_theme tai kirjoita lisää koekysymyksiä
check-unknown-placeholder = profiili ei tunne merkintää { $name }
check-unknown-placeholder-hint = lisää arvo profiiliin tai korjaa merkintä
check-brace = yksinäinen aaltosulku { $found }
check-brace-hint = profiilin arvo kirjoitetaan {"{"}promise.tunnus{"}"}, aaltosulku itse kahdennettuna: {"{{"}
check-unknown-promise = profiilissa ei ole lupausta { $id }
check-unknown-promise-hint = lisää lupaus profiiliin tai korjaa tunnus
check-placeholder-in-profile = profiilin omissa teksteissä ei voi olla aaltosulkuja
check-bad-form = taivutusmuodon nimi ei kelpaa: { $form }
check-bad-colour = tämä ei ole väri: { $text }. Väri kirjoitetaan #00695C
check-unfilled = profiilista puuttuu { $name }, jota kurssi käyttää
check-unfilled-hint = kopioi kohta kurssin esimerkkiprofiilista ja kirjoita oma arvosi
check-profile-language = profiilista puuttuu kieli { $lang }: sen arvot näkyvät toisella kielellä
check-profile-language-hint = lisää kieli profiilin joka tekstiin
check-profile-fine = Profiili sopii kurssiin, { $warnings ->
        [one] { $warnings } varoitus
       *[other] { $warnings } varoitusta
    }: { $file }
check-profile-wrong = Profiili ei sovi kurssiin, { $errors ->
        [one] { $errors } virhe
       *[other] { $errors } virhettä
    }: { $file }
check-revision-not-raised = se, mitä teemassa pitää osata, on muuttunut, mutta versio on yhä { $revision }: { $id }
check-revision-not-raised-hint = kirjoita revision: { $revision }, niin aiemmin perehdytetyt kertaavat teeman; pelkkä sanojen hiominen ei muuta kysymyksiä, oikeita vastauksia eikä lupauksia
check-revision-lowered = version numero on pienentynyt, { $old } → { $new }: { $id }
check-editorial-change = teeman tekstejä on muutettu version { $revision } julkaisun jälkeen: { $id }
check-editorial-change-hint = jos osattava on sama, kirjaa muutos: perehdytin check --publish; muuten nosta versiota
