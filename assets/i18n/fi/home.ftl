home-title = Perehdytys
home-listing = Etsitään keskeneräisiä tilaisuuksia
home-begin-title = Uusi tilaisuus
home-begin-text = Valitse kurssi ja osallistujat etukäteen; tilaisuudessa et tarvitse verkkoa.
home-prepare = Valmistele tilaisuus
home-verify = Tarkista rekisteri
home-identity = Allekirjoitusavain
home-unfinished-title = Kesken jäänyt tilaisuus
home-last-event = Viimeisin kirjaus { $at }. Kaikki kirjattu on tallessa.
home-in-use = Tilaisuus on auki toisessa ikkunassa.
home-continue-session = Jatka tilaisuutta
home-remove = Poista
home-unsigned-title = Päätetty, allekirjoitus puuttuu
home-sign = Allekirjoita
home-signed-title = Valmiit tilaisuudet ({ $count })
home-open-folder = Avaa kansio
home-results = Tulokset
home-export = Vie talteen
home-unreadable-title = Tilaisuutta ei voi lukea
home-where-and-when = { $place } · { $at } · { $people -> 
    [0] ei osallistujia
    [one] yksi osallistuja
   *[other] { $people } osallistujaa
}
home-exported = Viety talteen: { $path }
home-removed = Tilaisuus on poistettu tältä koneelta.
home-resuming = Avataan tilaisuutta
home-exporting = Kopioidaan ja verrataan
home-removing = Poistetaan
home-export-title = Vie tilaisuus talteen
home-export-text = Kansioon kopioidaan kaikki: tapahtumaloki, kurssi, rekisteri ja raportti. Kopio verrataan alkuperäiseen tavu tavulta.
home-export-to = Kansio, johon viedään
home-export-now = Vie talteen
home-remove-title = Poistetaanko tilaisuus tältä koneelta?
home-remove-empty = Kukaan ei ole ilmoittautunut, joten mitään ei katoa.
home-remove-warning = Rekisteri, raportti, allekirjoitukset ja kaikki kirjaukset katoavat tältä koneelta pysyvästi. Vie ne ensin talteen.
home-remove-sure = Tilaisuus on tallessa muualla, tai sitä ei saa enää säilyttää.
home-export-first = Vie ensin talteen
home-remove-now = Poista pysyvästi
home-prepare-on = Jatka valmistelua
home-draft-text = Valmistelu on kesken. Kaikki kirjoittamasi on tallessa.
home-draft-text-for = Valmistelu on kesken: { $place }. Kaikki kirjoittamasi on tallessa.
