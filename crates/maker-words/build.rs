//! Puts the words into the program, and tells the compiler which messages there are and what each takes.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

const LANGUAGES: [&str; 3] = ["en", "fr", "ar"];

fn main() -> io::Result<()> {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").canonicalize()?;
    let mut out = String::new();
    for language in LANGUAGES {
        let folder = locales.join(language).join("core");
        println!("cargo::rerun-if-changed={}", folder.display());
        let files = ftl(&folder)?;
        writeln!(out, "pub(crate) const {}: &[&str] = &[", language.to_uppercase()).map_err(io::Error::other)?;
        for file in &files {
            writeln!(out, "    include_str!({file:?}),").map_err(io::Error::other)?;
        }
        out.push_str("];\n");
        writeln!(out, "#[doc(hidden)]\npub const {}_TAKES: &[(&str, &[&str])] = &[", language.to_uppercase())
            .map_err(io::Error::other)?;
        for file in files {
            for (key, takes) in messages(&file)? {
                writeln!(out, "    ({key:?}, &{takes:?}),").map_err(io::Error::other)?;
            }
        }
        out.push_str("];\n");
    }
    fs::write(Path::new(&env::var("OUT_DIR").map_err(io::Error::other)?).join("words.rs"), out)
}

fn ftl(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "ftl") {
            println!("cargo::rerun-if-changed={}", path.display());
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The messages of a file with the names of what they take, in the order of the alphabet.
fn messages(file: &Path) -> io::Result<Vec<(String, Vec<String>)>> {
    let text = fs::read_to_string(file)?;
    let read = parser::parse(text.as_str())
        .map_err(|(_, wrong)| io::Error::other(format!("{}: {:?}", file.display(), wrong.first())))?;
    let mut all = Vec::new();
    for entry in &read.body {
        if let Entry::Message(message) = entry {
            let mut takes = BTreeSet::new();
            if let Some(words) = &message.value {
                in_pattern(words, &mut takes);
            }
            all.push((message.id.name.to_owned(), takes.into_iter().collect()));
        }
    }
    Ok(all)
}

fn in_pattern(pattern: &Pattern<&str>, takes: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, takes);
        }
    }
}

fn in_expression(expression: &Expression<&str>, takes: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, takes),
        Expression::Select { selector, variants } => {
            in_inline(selector, takes);
            variants.iter().for_each(|variant| in_pattern(&variant.value, takes));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, takes: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            takes.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            positional.iter().for_each(|given| in_inline(given, takes));
        }
        InlineExpression::Placeable { expression } => in_expression(expression, takes),
        _ => {}
    }
}
