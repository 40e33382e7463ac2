//! A new migration is part of the program at the next build.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations/server");
}
