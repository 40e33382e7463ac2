//! The consent page, and the ways to answer it: a person's click, or `simulator_answer` in the address for tests.
//! What may be asked and what an answer leads to is each platform's own business.

use axum::http::StatusCode;
use axum::response::Response;

use crate::html::{escape, page};
use crate::params::Params;

pub(crate) struct Choice {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) detail: String,
}

pub(crate) struct Question<'a> {
    pub(crate) platform: &'a str,
    pub(crate) accounts: Vec<Choice>,
    /// Scope and what it means to a person.
    pub(crate) scopes: Vec<(String, &'static str)>,
    /// The authorise request as it came; the form sends it back with the answer.
    pub(crate) request: &'a str,
    pub(crate) preselected: Option<&'a str>,
}

pub(crate) struct Answer {
    pub(crate) allowed: bool,
    /// `None`: the platform's first account.
    pub(crate) account: Option<String>,
    pub(crate) scopes: Vec<String>,
}

/// The answer a test wrote into the address, if it did.
pub(crate) fn automatic(params: &Params, requested: &[String]) -> Option<Answer> {
    let allowed = params.get("simulator_answer")? == "allow";
    let unticked = params.list("simulator_untick");
    let scopes = requested.iter().filter(|scope| !unticked.contains(scope)).cloned().collect();
    Some(Answer { allowed, account: params.filled("simulator_account").map(str::to_owned), scopes })
}

/// The answer a person clicked. Scopes that were not asked for are ignored.
pub(crate) fn clicked(form: &Params, requested: &[String]) -> Answer {
    let ticked = form.list("scope");
    Answer {
        allowed: form.get("answer") == Some("allow"),
        account: form.filled("account").map(str::to_owned),
        scopes: requested.iter().filter(|scope| ticked.contains(scope)).cloned().collect(),
    }
}

pub(crate) fn ask(question: &Question<'_>) -> Response {
    let chosen = |choice: &Choice, place: usize| match question.preselected {
        Some(id) => choice.id == id,
        None => place == 0,
    };
    let accounts: String = question
        .accounts
        .iter()
        .enumerate()
        .map(|(place, choice)| {
            let checked = if chosen(choice, place) { " checked" } else { "" };
            format!(
                "<label class=\"choice\"><input type=\"radio\" name=\"account\" value=\"{}\"{checked}><span>{}<small>{}</small></span></label>",
                escape(&choice.id),
                escape(&choice.name),
                escape(&choice.detail),
            )
        })
        .collect();
    let scopes: String = question
        .scopes
        .iter()
        .map(|(scope, meaning)| {
            format!(
                "<label class=\"choice\"><input type=\"checkbox\" name=\"scope\" value=\"{0}\" checked><span>{1}<small>{0}</small></span></label>",
                escape(scope),
                escape(meaning),
            )
        })
        .collect();
    let body = format!(
        "<main class=\"card\"><p class=\"badge\">Pretend {platform}</p><h1>Maker Studio wants to use your {platform} account</h1>\
         <form method=\"post\"><input type=\"hidden\" name=\"request\" value=\"{request}\">\
         <h2>Choose an account</h2>{accounts}<h2>What Maker Studio may do</h2>{scopes}\
         <p class=\"quiet\">This is a simulator on this machine. Nothing leaves it.</p>\
         <div class=\"buttons\"><button id=\"deny\" name=\"answer\" value=\"deny\">Refuse</button>\
         <button id=\"allow\" class=\"main\" name=\"answer\" value=\"allow\">Allow</button></div></form></main>",
        platform = question.platform,
        request = escape(question.request),
    );
    page(StatusCode::OK, &format!("Sign in with {}", question.platform), &body)
}
