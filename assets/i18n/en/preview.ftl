preview-reading = Reading the course.
preview-mistakes = The course has mistakes to fix
preview-read-again = Read again
preview-previous = Previous
preview-next = Next
preview-reveal = Answer
preview-place = { $number }/{ $total } · { $step } · { $file } · { $minutes } min
