//! Messages of the area `cli`.

messages! {
    no_home() => "cli-no-home";
    data_folder(reason, path) => "cli-data-folder";
}
