alone-rehearsed = Self-study rehearsed (seed { $seed }): { $minutes } min of active time, final test { $passed ->
    [0] not passed
   *[other] passed
}.
