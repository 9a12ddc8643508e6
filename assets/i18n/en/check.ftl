check-error = error
check-warning = warning
check-hint = hint
check-suppressed = … and at least { $count } more. Fix those above first.
check-summary-wrong = { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }: { $folder }
check-summary-fine = Fine: { $themes ->
        [one] { $themes } theme
       *[other] { $themes } themes
    }, { $minutes } min, { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } in the room, { $test ->
        [one] { $test } test question
       *[other] { $test } test questions
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }: { $folder }
check-published = Publication noted in published.ron: { $folder }
check-publish-refused = Not published. Fix the errors first: { $folder }
check-not-published = published.ron could not be written ({ $reason }): { $folder }
check-folder-missing = there is no such folder
check-no-folder = this is not a folder
check-folder-unreadable = the folder cannot be read ({ $reason })
check-folder-hint = name the course pack's folder, the one that holds course.ron
check-too-many-files = the folder holds more files or deeper folders than any course needs
check-path-form = such a file name cannot be used on every computer: { $path }
check-path-absolute = a path may not begin at the root of a disk: { $path }
check-path-leaves = the path leaves the pack's folder: { $path }
check-path-hint = write the path from the pack's folder on, its parts separated by slashes: media/picture.svg
check-path-link = a pack may not hold symbolic links: { $path }
check-path-link-hint = put the file itself in the link's place
check-file-missing = there is no such file: { $path }
check-file-kind = this is not a regular file: { $path }
check-file-kind-hint = a pack may hold files and folders only, no pipes or devices
check-file-too-large = the file is too large, the limit is { $limit } KB: { $path }
check-file-too-large-hint = make the file smaller or split it
check-file-unreadable = the file cannot be read ({ $reason }): { $path }
check-not-utf8 = the file is not UTF-8 text: line { $line }, byte { $at }
check-not-utf8-hint = save the file as UTF-8 in a text editor
check-duplicate-file = the same file is listed twice: { $path }
check-many-themes = a course has at most { $limit } themes
check-media-too-large = the pictures are too large: the limit is { $limit } MB in all
check-picture-kind = a picture must be an SVG, PNG or JPEG file: { $file }
check-picture-kind-hint = its name ends in .svg, .png, .jpg or .jpeg
check-picture-broken = the picture is broken or not what its name says: { $file }
check-picture-broken-hint = open the picture in a drawing program and save it again
check-picture-too-large = the picture has too many pixels, { $size }: { $file }
check-picture-too-large-hint = the longest side may have { $side } pixels and the whole picture { $pixels } million
check-picture-shape = the picture is too narrow or too flat, { $size }: { $file }
check-picture-shape-hint = the longer side may be at most 20 times the shorter
check-svg-entities = the SVG has a document type (DOCTYPE), which is not opened: { $file }
check-svg-entities-hint = remove the DOCTYPE and the entities that it defines
check-svg-complex = the SVG is too complex or refers to itself: { $file }
check-svg-complex-hint = simplify the drawing or save it as a PNG
check-svg-outside = the SVG fetches or runs something from outside the drawing ({ $what }): { $file }
check-svg-outside-hint = leave nothing but shapes and text in the drawing, no pictures, scripts or links
check-empty-file = the file is empty
check-not-ron = this is not a RON file
check-not-ron-hint = a file of a pack is one struct: ( field: value, … )
check-trailing = something stands here although the file's struct has ended
check-unexpected = { $found } does not belong here
check-unexpected-end = the file ends too early
check-unclosed = the bracket { $open } is never closed
check-unclosed-hint = add the missing { $close }
check-wrong-close = { $found } stands where { $close } should
check-wrong-close-hint = the bracket { $open } was opened on line { $line }
check-field-in-list = the field { $name } does not belong in a list: the bracket ] may be missing before it
check-missing-colon = a colon is missing here
check-missing-comma = a comma is missing before this
check-after-string = the text that began on line { $line } ended here, and no comma follows it
check-quote-hint = a quotation mark within a text is written ” or \"; see also that the text before ends with its quotation mark
check-unclosed-string = the text that begins here has no closing quotation mark
check-unclosed-comment = the comment that begins here never ends: */ is missing
check-single-quote = text stands between straight quotation marks
check-single-quote-hint = write "…"
check-quoted-field = a field's name stands without quotation marks
check-quoted-field-hint = write name: value; languages stand in braces: {"{"}"fi": "…"{"}"}
check-bad-name = this name is not understood: { $name }
check-bad-name-hint = a name has only the letters a–z, digits and underscores; text stands in quotation marks
check-bad-number = this number is not understood: { $text }
check-bad-raw-string = in a raw text a quotation mark follows the number signs: r#"…"#
check-bad-escape = this escape is not understood: { $text }
check-bad-escape-hint = a backslash is written \\, a line break \n, a quotation mark \"
check-option-written = Some and None are not used here
check-option-hint = write the bare value, or leave the field out
check-too-deep = values may nest { $limit } levels deep
check-wrong-type = `{ $field }` takes { $expected ->
        [bool] true or false
        [number] a whole number
        [decimal] a decimal number
        [string] text in quotation marks
        [name] a bare name
        [struct] a struct ( … )
        [list] a list [ … ]
        [map] a map {"{"} … {"}"}
       *[text] text in every language
        [language] a language tag in quotation marks
        [step] a step such as slide( … )
        [block] a part of a slide such as paragraph( … )
    }, here is { $found ->
        [bool] true or false
        [number] a whole number
        [decimal] a decimal number
        [string] text in quotation marks
        [name] a bare name
        [struct] a struct ( … )
        [list] a list [ … ]
        [map] a map {"{"} … {"}"}
       *[text] text in every language
        [language] a language tag in quotation marks
        [step] a step such as slide( … )
        [block] a part of a slide such as paragraph( … )
    }
check-unknown-field = unknown field `{ $field }`
check-missing-field = the field `{ $field }` is missing
check-duplicate-field = `{ $field }` is given twice
check-did-you-mean = did you mean `{ $name }`?
check-allowed = possible here: { $names }
check-unknown-kind = `{ $field }` cannot be `{ $name }`
check-no-kind = in `{ $field }` the kind before the parenthesis is missing
check-empty-list = the list `{ $field }` is empty
check-number-range = `{ $field }` is { $value }, it may be { $least }–{ $most }
check-format = this version of the format is not known
check-format-hint = write format: 1
check-one-content = `{ $name }` takes exactly one value in its parentheses
check-answers-is-bare = `answers` stands without parentheses
check-nested-columns = columns cannot stand within columns
check-table-row = the row has { $cells ->
        [one] { $cells } cell
       *[other] { $cells } cells
    }, the header has { $header }
check-not-in-test = a test question has no field `{ $field }`
check-leave-out-hint = leave the field out
check-bare-text = `{ $field }` takes text in every language, here it stands only once
check-bare-text-hint = write { $example }
check-missing-language = `{ $field }` lacks the language { $lang }
check-unknown-language = { $lang } is not among the pack's languages
check-duplicate-language = the language { $lang } is given twice
check-bad-language = this is not a language tag: { $lang }
check-many-languages = a pack has at most { $limit } languages
check-empty-text = the text of `{ $field }` is empty ({ $lang })
check-empty-string = `{ $field }` is empty
check-control-character = the text holds an invisible control character
check-too-many-words = `{ $field }` has { $count } words ({ $lang }), the limit is { $limit }
check-too-many-characters = `{ $field }` has { $count } characters ({ $lang }), the limit is { $limit }
check-too-long-hint = shorten it: say the point and move the rest to the notes
check-body-too-long = the slide has { $count } words ({ $lang }), the limit is { $limit }
check-body-too-long-hint = move some to the notes or split the slide; 35 words is the aim
check-too-many-bullets = the list has { $count } items, the limit is { $limit }
check-too-many-bullets-hint = join items or split the slide
check-bad-id = this identifier will not do: { $id }
check-bad-id-hint = an identifier has lower-case letters a–z, digits and { $joint }, at most { $limit } characters
check-duplicate-id = the identifier { $id } is already taken
check-duplicate-id-hint = it stands at { $place }; give this one its own
check-duplicate-option-id = the option identifier { $id } is already taken in this question
check-taught-by-unknown = `taught_by` names something that does not exist: { $id }
check-taught-by-theme = `taught_by` names a theme, not a step: { $id }
check-taught-by-test = `taught_by` names a test question, not a step: { $id }
check-taught-by-hint = name the slide or other step that teaches it
check-leads-to-unknown = `leads_to` names a step that does not exist: { $id }
check-leads-to-elsewhere = `leads_to` leads to a step of another theme: { $id }
check-leads-to-hint = an option can lead only to a step of the same theme
check-vote-again-unknown = `vote_again` names a step that does not exist: { $id }
check-vote-again-elsewhere = `vote_again` names a step of another theme: { $id }
check-vote-again-no-question = `vote_again` names something that the room does not answer: { $id }
check-vote-again-hint = name a scenario or question of this theme
check-unreachable-branch = no option leads to the branch { $id }
check-unreachable-branch-hint = give an option a leads_to, or remove branch_only
check-endless-branch = there is no way out of { $id }: every option leads round in a circle
check-endless-branch-hint = leave leads_to out of at least one option in the circle
check-few-options = `{ $field }` has { $count ->
        [one] { $count } item
       *[other] { $count } items
    }, 2–{ $limit } are needed
check-many-options = `{ $field }` has { $count } items, 2–{ $limit } are possible
check-no-correct = no option is correct
check-no-correct-hint = mark the best option with correct: true
check-no-wrong = no option is wrong
check-no-wrong-hint = add a tempting wrong option with correct: false
check-duplicate-option = another option has the same text
check-right-is-longest = the right option is much longer than any wrong one ({ $lang }: { $right } characters, the longest wrong one { $wrong })
check-right-is-longest-hint = its length gives it away: shorten it, or give the wrong ones as much detail
check-all-of-the-above = the option speaks of the other options, and their order is shuffled
check-all-of-the-above-hint = write an option that stands on its own
check-explanation-hint = say why the right option is right and why the wrong one tempts
check-spread = the right option stands at { $letter } in { $count } of { $all } questions
check-spread-hint = move right options to other places
check-no-question = nothing is asked in this theme
check-no-question-hint = add a scenario, statement or test question on the theme's main point
check-induction-minutes = the induction is planned to take { $minutes } min, it must be { $least }–{ $most } min
check-induction-minutes-hint = steps, breaks, final test and feedback count, branches do not; any other course is of the kind training
check-induction-breaks = the induction has { $breaks ->
        [one] { $breaks } break
       *[other] { $breaks } breaks
    }, it needs at least { $least }
check-induction-breaks-hint = add a step break( … )
check-draw-too-many = the final test draws { $draw } questions, but there are { $bank }
check-draw-too-many-hint = write more test questions or draw fewer
check-least-too-many = { $least } questions from each of { $themes } themes are more than the { $draw } drawn
check-least-impossible = a theme has { $questions ->
        [one] { $questions } test question
       *[other] { $questions } test questions
    }, but at least { $least } are drawn from each: { $theme }
check-least-hint = lower at_least_per_theme or write more test questions
check-unknown-placeholder = the profile does not know { $name }
check-unknown-placeholder-hint = add the value to the profile or fix the placeholder
check-brace = a lone brace { $found }
check-brace-hint = a value of the profile is written {"{"}promise.id{"}"}, a brace itself doubled: {"{{"}
check-unknown-promise = the profile has no promise { $id }
check-unknown-promise-hint = add the promise to the profile or fix the identifier
check-placeholder-in-profile = the profile's own texts cannot hold braces
check-bad-form = this name of a form will not do: { $form }
check-bad-colour = this is not a colour: { $text }. A colour is written #00695C
check-unfilled = the profile lacks { $name }, which the course uses
check-unfilled-hint = copy the entry from the course's example profile and write your own value
check-profile-language = the profile lacks the language { $lang }: its values are shown in another
check-profile-language-hint = add the language to every text of the profile
check-profile-fine = The profile fits the course, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }: { $file }
check-profile-wrong = The profile does not fit the course, { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }: { $file }
check-revision-not-raised = what people must know has changed, but the revision is still { $revision }: { $id }
check-revision-not-raised-hint = write revision: { $revision }, and people inducted earlier become due; polishing words changes no questions, right answers or promises
check-revision-lowered = the revision has gone down, { $old } → { $new }: { $id }
check-editorial-change = the theme's wording has changed since revision { $revision } was published: { $id }
check-editorial-change-hint = if what people must know is the same, note it with perehdytin check --publish; else raise the revision
