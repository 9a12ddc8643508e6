//! Messages of the area `preview`.

messages! {
    reading() => "preview-reading";
    mistakes() => "preview-mistakes";
    read_again() => "preview-read-again";
    previous() => "preview-previous";
    next() => "preview-next";
    reveal() => "preview-reveal";
    place(number, total, step, file, minutes) => "preview-place";
}
