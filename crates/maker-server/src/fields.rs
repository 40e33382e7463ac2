//! What people may write into the fields of an account.

use maker_domain::account::{DeviceFacts, EMAIL_MAX, NAME_MAX, PASSWORD_MAX, PASSWORD_MIN, Secret};

use crate::problem::Problem;

/// An e-mail address that can be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Email {
    /// As it was written.
    pub(crate) written: String,
    /// In lower case: one account for each.
    pub(crate) key: String,
}

/// Whether mail arrives there is not asked; that it can be written into a list is.
pub(crate) fn email(text: &str) -> Result<Email, Problem> {
    let written = text.trim();
    let parts = written.split_once('@').filter(|(name, host)| !name.is_empty() && !host.is_empty());
    let plain = |c: char| !c.is_control() && !c.is_whitespace();
    match parts {
        Some((_, host)) if written.len() <= EMAIL_MAX && !host.contains('@') && written.chars().all(plain) => {
            Ok(Email { written: written.to_owned(), key: written.to_lowercase() })
        }
        _ => Err(Problem::invalid("Write an e-mail address, such as name@example.org.")),
    }
}

/// A name of a person, a device, a workspace: something to see on one line.
pub(crate) fn name(text: &str) -> Result<String, Problem> {
    let name = text.trim();
    if name.is_empty() || name.chars().count() > NAME_MAX || name.chars().any(char::is_control) {
        return Err(Problem::invalid(format!("A name has 1 to {NAME_MAX} characters, on one line.")));
    }
    Ok(name.to_owned())
}

/// A password that somebody wants to have.
pub(crate) fn new_password(password: &Secret) -> Result<(), Problem> {
    let text = password.expose();
    let mut characters = text.chars();
    let first = characters.next();
    let varied = characters.any(|c| Some(c) != first);
    if text.chars().count() < PASSWORD_MIN || text.len() > PASSWORD_MAX || !varied {
        return Err(Problem::invalid(format!(
            "Take a password of at least {PASSWORD_MIN} characters that are not all the same, and at most {PASSWORD_MAX} bytes."
        )));
    }
    Ok(())
}

/// What a device says of itself.
pub(crate) fn device(facts: &DeviceFacts) -> Result<DeviceFacts, Problem> {
    Ok(DeviceFacts {
        name: name(&facts.name)?,
        platform: name(&facts.platform)?,
        app_version: name(&facts.app_version)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_in_any_case_and_what_is_none_is_refused() {
        assert_eq!(email(" Ana@Example.ORG ").unwrap().key, "ana@example.org");
        for none in ["", "ana", "@example.org", "ana@", "a@b@c", "a b@c", "a@b\0", "a\n@b", &"x".repeat(255)] {
            assert!(email(none).is_err(), "{none:?}");
        }
    }

    #[test]
    fn names_are_one_line_and_not_endless() {
        assert_eq!(name("  Ana's 机器  ").unwrap(), "Ana's 机器");
        for none in ["", "  ", "a\0b", "a\nb", &"x".repeat(101)] {
            assert!(name(none).is_err(), "{none:?}");
        }
    }

    #[test]
    fn a_password_is_long_enough_and_not_one_key_held_down() {
        assert!(new_password(&Secret::new("ten is few".into())).is_ok());
        for none in ["", "short", "aaaaaaaaaaaaaaa", &"long".repeat(200)] {
            assert!(new_password(&Secret::new(none.to_owned())).is_err(), "{none:?}");
        }
    }
}
