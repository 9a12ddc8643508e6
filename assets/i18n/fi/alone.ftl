alone-rehearsed = Itseopiskelu harjoiteltu (siemen { $seed }): aktiivista aikaa { $minutes } min, loppukoe { $passed ->
    [0] hylätty
   *[other] hyväksytty
}.
