room-test-not-yet = Loppukoe ei ole vielä alkanut. Odota, että perehdyttäjä avaa sen.
room-feedback-not-yet = Palautetta ei kerätä vielä. Odota, että perehdyttäjä avaa sen.
room-no-tickets = Tästä puhelimesta on jo annettu palaute. Jos se ei tullut perille, anna se paperilla.
room-busy = Huoneessa on juuri nyt ruuhkaa. Yritä hetken päästä uudelleen.
room-full = Puhelimilla on ilmoittautunut jo niin moni, ettei enempää oteta. Ilmoittaudu perehdyttäjän koneella.
room-open-closed = Tilaisuus on päättynyt, joten huonetta ei voi enää avata puhelimille.
room-open-no-address = { $kind ->
    [in_use] Osoite on jo toisen ohjelman käytössä. Sulje se tai valitse toinen verkko. { $address }
    [gone] Tällä tietokoneella ei enää ole tätä osoitetta. Valitse verkko uudelleen. { $address }
    [denied] Käyttöjärjestelmä ei anna vastata tässä osoitteessa. Kysy oikeuksia ylläpidolta. { $address }
   *[other] Tässä osoitteessa ei voi vastata: { $reason }. Valitse toinen verkko. { $address }
}
room-open-no-randomness = Käyttöjärjestelmältä ei saatu satunnaislukuja, joten huonetta ei voi avata turvallisesti. Käynnistä tietokone uudelleen.
room-open-no-thread = Huonetta ei voitu avata: { $reason }. Sulje muita ohjelmia ja yritä uudelleen.
