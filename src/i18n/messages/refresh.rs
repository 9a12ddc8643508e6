//! Messages of the area `refresh`.

messages! {
    not_ours(path) => "refresh-not-ours";
    too_new(version, path) => "refresh-too-new";
    damaged(path) => "refresh-damaged";
    store_in_use(path) => "refresh-store-in-use";
    disk_full(path) => "refresh-disk-full";
    store_failed(reason, path) => "refresh-store-failed";
    not_passed() => "refresh-not-passed";
    course_changed(path) => "refresh-course-changed";
    no_card(path) => "refresh-no-card";
}
