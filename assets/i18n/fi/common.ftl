common-program = Perehdytin
common-cancel = Peruuta
common-close = Sulje
common-dismiss = Selvä
common-keys-title = Näppäimet
common-keys-hint = Esityskaukosäädin toimii samoilla näppäimillä: sivu eteen ja taakse, B, F5.
common-menu-home = Aloitusnäyttö
common-menu-keys = Näppäimet
common-menu-settings = Asetukset
common-other-language = In English
common-language-name = { $tag ->
    [fi] suomi
    [en] englanti
    [sv] ruotsi
   *[other] { $tag }
}
common-look-system = Kuten työpöytä
common-look-light = Vaalea
common-look-dark = Tumma
common-look-high-contrast = Suuri kontrasti
common-look-is = Ulkoasu: { $look }
common-leave-room-title = Palataanko aloitusnäyttöön?
common-leave-room-text = Tilaisuus jää kesken mutta kaikki on tallessa. Voit jatkaa sitä aloitusnäytöstä.
common-leave-room-yes = Palaa aloitusnäyttöön
common-leave-room-no = Jatka tilaisuutta
common-drop-later = Tilaisuus on kesken. Tarkista rekisteri, kun olet palannut aloitusnäyttöön.
common-session-busy = Edelliset kirjaukset ovat vielä kesken. Yritä hetken kuluttua uudelleen.
common-settings-not-saved = Asetuksia ei saatu talteen: { $reason }
common-cannot-show = Avaaminen ei onnistunut. Tiedosto on täällä: { $path }
common-signature-empty = allekirjoitus puuttuu
common-signature-drawn = allekirjoitettu
common-signature-hint = Piirrä allekirjoitus tähän
common-signature-undo = Poista viimeinen veto
common-signature-clear = Tyhjennä
common-command-next-step = Seuraava
common-command-previous-step = Edellinen
common-command-blackout = Pimennä projektori
common-command-freeze = Pysäytä projektorin kuva
common-command-pause = Tauota tilaisuus tai jatka sitä
common-command-toggle-projector = Näytä tai piilota projektori-ikkuna
common-command-full-screen = Projektori koko näytölle
common-command-question = Avaa kysymys tai näytä tulos
common-command-count-hands = Kirjaa viittaukset
common-command-note-item = Kirjaa kehittämiskohde
common-command-jump = Siirry kohtaan
common-command-notes-larger = Suurenna muistiinpanoja
common-command-notes-smaller = Pienennä muistiinpanoja
common-command-show-keys = Näytä näppäimet
common-command-language = Vaihda kieli
common-command-look = Vaihda ulkoasu
common-command-home = Aloitusnäyttöön
common-command-quit = Lopeta ohjelma
common-key-page-down = Page Down
common-key-page-up = Page Up
common-key-space = Välilyönti
common-no-display = Tällä koneella ei ole näyttöä, johon ikkunan voisi avata. Kurssia voi harjoitella komentoriviltä: perehdytin rehearse --help
common-no-window = Ikkunan avaaminen ei onnistunut: { $reason }. Kurssia voi harjoitella komentoriviltä: perehdytin rehearse --help
