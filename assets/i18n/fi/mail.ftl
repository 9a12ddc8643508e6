mail-letter-subject = Kotiin vietäväksi: { $course }
mail-letter-greeting = Hei, { $name }!
mail-letter-greeting-all = Hei!
mail-letter-thanks = Kiitos, että olit mukana perehdytyksessä ”{ $course }” { $day }.
mail-letter-attached = Liitteenä on tilaisuuden materiaali PDF-tiedostona. Ensimmäisellä sivulla on, kenelle soittaa ja miten toimia ovella; sen jälkeen tulee kaikki, mitä kävimme läpi, tilanteet ja hyvät ratkaisut mukaan luettuina. Tallenna se puhelimeen, niin se on mukana työmaalla.
mail-letter-attached-plain = Liitteenä on tilaisuuden materiaali PDF-tiedostona: kaikki, mitä kävimme läpi. Tallenna se puhelimeen, niin se on mukana työmaalla.
mail-letter-face = Asiakkaalle sinä olet { $subscriber }. Yksi rauhallinen selitys ovella jää mieleen pidempään kuin itse työ.
mail-letter-questions = Jos jokin jäi auki, vastaa tähän viestiin.
mail-letter-regards = Terveisin
mail-letter-why = Sait tämän viestin, koska jätit osoitteesi tilaisuudessa. Osoitetta käytetään vain tämän materiaalin lähettämiseen.
mail-file-word = materiaali
mail-drafts-folder = Sähköpostiluonnokset
mail-test-subject = Koeviesti Perehdyttimestä
mail-test-text = Tämä viesti kulki palvelimen { $host } kautta. Asetukset ovat kunnossa: materiaalin voi lähettää osallistujille.
mail-host-not-found = Palvelinta { $host } ei löydy. Tarkista nimi asetuksista ja se, että tietokone on verkossa.
mail-no-connection = Palvelimeen { $host } (portti { $port }) ei saa yhteyttä: { $reason }. Tarkista portti asetuksista. Moni vierasverkko estää postin lähettämisen: kokeile omaa verkkoa tai puhelimen jakamaa yhteyttä.
mail-timed-out = Palvelin { $host } (portti { $port }) ei vastannut ajoissa. Tarkista portti ja suojaus: TLS on tavallisesti portissa 465, STARTTLS portissa 587. Myös vierasverkko voi estää postin: kokeile toista verkkoa.
mail-wrong-protection = Palvelin { $host } (portti { $port }) vastasi toisin kuin valittu suojaus edellyttää. Vaihda suojausta asetuksista: TLS on tavallisesti portissa 465, STARTTLS portissa 587. Tarkemmin: { $reason }
mail-no-starttls = Palvelin { $host } ei tarjoa STARTTLS-suojausta tässä portissa. Kokeile suojausta TLS ja porttia 465, tai kysy oikeat asetukset yrityksen tietohallinnosta.
mail-certificate-untrusted = Palvelimen { $host } varmenteeseen ei luoteta: { $reason }. Jos yrityksellä on oma varmentaja, pyydä sen varmennetiedosto tietohallinnosta ja valitse se asetuksista. Mitään ei lähetetty.
mail-certificate-name = Palvelimen { $host } varmenne on tehty toiselle nimelle. Tarkista palvelimen nimi asetuksista. Mitään ei lähetetty.
mail-certificate-time = Palvelimen { $host } varmenne ei ole voimassa. Tarkista tietokoneen päivämäärä. Jos se on oikein, ilmoita palvelimen ylläpidolle. Mitään ei lähetetty.
mail-no-certificate = Tiedostossa ei ole varmennetta. Valitse PEM- tai DER-muotoinen varmennetiedosto: { $path }
mail-no-sign-in = Palvelin { $host } ei ota vastaan salasanaa tällä suojauksella. Vaihda suojausta, tai tyhjennä käyttäjätunnus, jos palvelin ei vaadi kirjautumista.
mail-wrong-password = Kirjautuminen tunnuksella { $user } ei onnistunut. Tarkista tunnus ja salasana. Jos tilillä on kaksivaiheinen kirjautuminen, palvelin vaatii erillisen sovellussalasanan. Palvelin sanoi: { $reply }
mail-wants-sign-in = Palvelin { $host } vaatii kirjautumisen. Lisää käyttäjätunnus asetuksiin. Palvelin sanoi: { $reply }
mail-sender-refused = Palvelin ei ota postia lähettäjältä { $address }. Lähettäjän osoitteen on kuuluttava kirjautuneelle tilille: korjaa se asetuksista. Palvelin sanoi: { $reply }
mail-recipient-refused = Palvelin ei ota postia tälle vastaanottajalle. Tarkista osoite osallistujalta. Palvelin sanoi: { $reply } ({ $address })
mail-bad-address = Tähän osoitteeseen ei voi lähettää: { $address }. Kysy osoite uudelleen ja korjaa se.
mail-foreign-address = Palvelin ei osaa lähettää osoitteeseen, jossa on muita kuin peruskirjaimia: { $address }. Kirjoita luonnos ja lähetä se omalla sähköpostiohjelmallasi.
mail-too-large = Viesti on palvelimelle liian suuri. Jaa materiaali luonnosten tai puhelinten kautta. Palvelin sanoi: { $reply }
mail-refused = Palvelin ei ottanut viestiä. Palvelin sanoi: { $reply }
mail-later = Palvelin pyytää yrittämään myöhemmin. Lähetä hetken kuluttua uudelleen. Palvelin sanoi: { $reply }
mail-lost = Yhteys palvelimeen { $host } katkesi ennen kuin viesti lähti. Lähetä uudelleen.
mail-unconfirmed = Yhteys palvelimeen { $host } katkesi juuri, kun viesti oli annettu sille. Viesti on voinut mennä perille.
mail-another-runs = Edellinen lähetys on vielä viimeisessä viestissään. Odota hetki ja lähetä uudelleen.
mail-no-material = Materiaalia ei saatu tehtyä: { $reason }
mail-panel-title = Materiaali mukaan
mail-not-released = Materiaalia ei ole vielä jaettu puhelimiin.
mail-release = Jaa materiaali puhelimiin
mail-released = Materiaalin voi ladata puhelimella.
mail-nobody = Kukaan ei ole jättänyt sähköpostiosoitetta materiaalia varten.
mail-addresses = { $count ->
    [one] Yksi sähköpostiosoite on jätetty materiaalia varten.
   *[other] { $count } sähköpostiosoitetta on jätetty materiaalia varten.
}
mail-open = Materiaali sähköpostilla…
mail-dialog-title = Materiaali sähköpostilla
mail-column-name = Nimi
mail-column-address = Osoite
mail-column-state = Tila
mail-state-waiting = Odottaa
mail-state-failed = Ei lähtenyt
mail-state-drafted = Luonnos { $at }
mail-state-unsure = Ei varmuutta
mail-state-sent = Lähetetty { $at }
mail-amend = Korjaa
mail-amend-of = Korjaa osoite: { $names }
mail-save = Tallenna
mail-making-material = Materiaalia tehdään
mail-drafts-title = Luonnokset omaan sähköpostiohjelmaan
mail-drafts-text = Jokaiselle tulee oma luonnos, jossa materiaali on liitteenä. Avaa luonnos, tarkista ja lähetä. Muiden osoitteet eivät näy.
mail-drafts-folder-label = Kansio, johon luonnokset tehdään
mail-drafts-write = { $count ->
    [one] Tee luonnos
   *[other] Tee { $count } luonnosta
}
mail-drafts-written = { $count ->
    [one] Luonnos on kansiossa { $path }
   *[other] { $count } luonnosta on kansiossa { $path }
}
mail-drafts-left-out = { $names }: osoite ei kelpaa, joten luonnosta ei tehty: { $address }
mail-drafts-open = Avaa kansio
mail-direct-title = Lähetä suoraan
mail-direct-unset = Ohjelma voi lähettää viestit itse, kun asetuksissa on sähköpostipalvelin ja lähettäjän osoite.
mail-open-settings = Avaa asetukset
mail-direct-through = Lähettäjä { $address }, palvelin { $host }. Jokainen saa oman viestin, eivätkä muiden osoitteet näy.
mail-again = { $count ->
    [one] Lähetä myös sille, jolle on tehty luonnos tai jonka viesti on voinut jo mennä perille
   *[other] Lähetä myös niille { $count }:lle, joille on tehty luonnos tai joiden viesti on voinut jo mennä perille
}
mail-nothing-to-send = Kaikille on lähetetty.
mail-password-of = Salasana: { $user }
mail-password-help = Salasanaa ei tallenneta. Se unohtuu, kun lähdet tästä.
mail-send-now = { $count ->
    [one] Lähetä viesti
   *[other] Lähetä { $count } viestiä
}
mail-sending = Lähetetään { $number }/{ $of }: { $address }
mail-give-up = Keskeytä tämän viestin jälkeen
mail-sent-all = { $count ->
    [0] Uutta lähetettävää ei ollut.
    [one] Viesti lähti.
   *[other] { $count } viestiä lähti.
}
mail-sent-some = { $unsure ->
    [0] Lähti { $sent }, lähtemättä { $left }. Jo saaneille ei lähetetä toista kertaa.
   *[other] Lähti { $sent }, lähtemättä { $left }, epävarmoja { $unsure }. Jo saaneille ei lähetetä toista kertaa.
}
mail-desk-address = Sähköposti materiaalia varten
mail-desk-address-help = Vapaaehtoinen. Käytetään vain materiaalin lähettämiseen, ei tule rekisteriin.
mail-settings-title = Materiaalin lähettäminen sähköpostilla
mail-settings-text = Tämän voi jättää tyhjäksi: silloin ohjelma tekee luonnokset, jotka lähetät omasta sähköpostistasi.
mail-from-name = Lähettäjän nimi
mail-from-name-help = Jos tämä on tyhjä, lähettäjänä näkyy perehdyttäjän nimi.
mail-from-address = Lähettäjän osoite
mail-from-missing = Kirjoita osoite, josta viestit lähtevät.
mail-from-bad = Tämä ei ole sähköpostiosoite. Kirjoita esimerkiksi nimi@yritys.fi.
mail-host = Palvelin
mail-host-help = Lähtevän postin (SMTP) palvelimen nimi, esimerkiksi smtp.yritys.fi. Saat sen tietohallinnosta.
mail-host-bad = Kirjoita pelkkä nimi, esimerkiksi smtp.yritys.fi, ilman alkua https:// ja välilyöntejä.
mail-security = Suojaus
mail-security-starttls = STARTTLS
mail-security-tls = TLS
mail-security-none = Ei suojausta
mail-open-line = Ilman suojausta kuka tahansa matkan varrella voi lukea viestit ja salasanan. Käytä vain yrityksen omassa verkossa.
mail-port = Portti
mail-port-help = Tyhjä tarkoittaa tavallista porttia { $port }.
mail-port-bad = Portti on luku väliltä 1–65535.
mail-user = Käyttäjätunnus
mail-user-help = Tyhjä, jos palvelin ei vaadi kirjautumista. Salasana kysytään lähetettäessä.
mail-authority = Varmennetiedosto
mail-authority-help = Tarvitaan vain, jos yrityksellä on oma varmentaja. Tiedoston varmenteisiin luotetaan järjestelmän varmenteiden lisäksi, vain tässä yhteydessä.
mail-test-send = Lähetä koeviesti itselleni
mail-testing = Otetaan yhteyttä palvelimeen { $host }
mail-test-sent = Koeviesti lähti osoitteeseen { $address }. Tarkista, että se tuli perille.
