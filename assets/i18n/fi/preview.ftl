preview-reading = Luetaan kurssia.
preview-mistakes = Kurssissa on korjattavaa
preview-read-again = Lue uudelleen
preview-previous = Edellinen
preview-next = Seuraava
preview-reveal = Vastaus
preview-place = { $number }/{ $total } · { $step } · { $file } · { $minutes } min
