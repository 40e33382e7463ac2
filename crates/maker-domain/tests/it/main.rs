//! The pre-flight list as tables: what each platform's rules let pass, what they stop, and in which words.

mod sample;
mod texts;
mod tiktok;
mod words;
mod youtube;
