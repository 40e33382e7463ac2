//! Another program with files to drag: a small GTK window that gives the files of its arguments to whoever they are dropped
//! on. Prints `{}` once it can be seen.

#![allow(clippy::expect_used, reason = "a program of the tests fails where it stands")]

use gtk::gdk::{DragAction, ModifierType};
use gtk::prelude::{ContainerExt, GtkWindowExt, WidgetExt, WidgetExtManual};
use gtk::{TargetEntry, TargetFlags};

fn main() {
    gtk::init().expect("there is a screen");
    let addresses: Vec<String> = std::env::args()
        .skip(1)
        .map(|file| gtk::glib::filename_to_uri(&file, None).expect("an absolute path").into())
        .collect();
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_title("Drag source");
    window.set_default_size(120, 120);
    let handle = gtk::EventBox::new();
    let targets = [TargetEntry::new("text/uri-list", TargetFlags::OTHER_APP, 0)];
    handle.drag_source_set(ModifierType::BUTTON1_MASK, &targets, DragAction::COPY);
    handle.connect_drag_data_get(move |_, _, data, _, _| {
        let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
        data.set_uris(&addresses);
    });
    window.add(&handle);
    window.connect_destroy(|_| gtk::main_quit());
    window.connect_map_event(|_, _| {
        println!("{{}}");
        gtk::glib::Propagation::Proceed
    });
    window.show_all();
    gtk::main();
}
