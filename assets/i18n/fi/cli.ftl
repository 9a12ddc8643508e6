cli-no-home = Kotikansiota ei löydy. Anna kansio itse: --data-dir KANSIO
cli-data-folder = Tietokansiota ei voi avata ({ $reason }). Tarkista oikeudet tai anna toinen kansio (--data-dir KANSIO): { $path }
