//! Messages of the area `desk`.

messages! {
    choose() => "desk-choose";
    choose_file(what) => "desk-choose-file";
    work_stopped() => "desk-work-stopped";
}
