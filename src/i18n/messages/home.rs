//! Messages of the area `home`.

messages! {
    title() => "home-title";
    listing() => "home-listing";
    begin_title() => "home-begin-title";
    begin_text() => "home-begin-text";
    prepare() => "home-prepare";
    verify() => "home-verify";
    identity() => "home-identity";
    unfinished_title() => "home-unfinished-title";
    last_event(at) => "home-last-event";
    in_use() => "home-in-use";
    continue_session() => "home-continue-session";
    remove() => "home-remove";
    unsigned_title() => "home-unsigned-title";
    sign() => "home-sign";
    signed_title(count) => "home-signed-title";
    open_folder() => "home-open-folder";
    results() => "home-results";
    export() => "home-export";
    unreadable_title() => "home-unreadable-title";
    where_and_when(place, at, people) => "home-where-and-when";
    exported(path) => "home-exported";
    removed() => "home-removed";
    resuming() => "home-resuming";
    exporting() => "home-exporting";
    removing() => "home-removing";
    export_title() => "home-export-title";
    export_text() => "home-export-text";
    export_to() => "home-export-to";
    export_now() => "home-export-now";
    remove_title() => "home-remove-title";
    remove_empty() => "home-remove-empty";
    remove_warning() => "home-remove-warning";
    remove_sure() => "home-remove-sure";
    export_first() => "home-export-first";
    remove_now() => "home-remove-now";
    prepare_on() => "home-prepare-on";
    draft_text() => "home-draft-text";
    draft_text_for(place) => "home-draft-text-for";
}
