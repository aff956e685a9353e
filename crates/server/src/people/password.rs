//! Passwords: hashed with argon2id, never kept, never logged.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

/// Shortest password that a new account may have, in characters (NIST SP 800-63B-4 asks for 15 where it is the only factor).
pub const SHORTEST: usize = 15;
/// Longest password looked at, in bytes: hashing takes time by length.
pub const LONGEST: usize = 1_024;

/// How many passwords are compared at once: each takes 19 MiB and a core.
pub(crate) const AT_ONCE: usize = 2;

/// Why a password cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnfitPassword {
    /// Too short.
    #[error("the password has {0} characters; at least {SHORTEST} are needed")]
    Short(usize),
    /// Too long.
    #[error("the password has {0} bytes; at most {LONGEST} are taken")]
    Long(usize),
    /// The hash could not be made.
    #[error("the password cannot be hashed")]
    Unhashable,
}

/// The hash of a new password as a PHC string, with a random salt. Takes its time: not for a thread that answers.
///
/// The crate's defaults are 19 MiB, two passes and one lane, as the OWASP Password Storage Cheat Sheet recommends.
pub fn hash(password: &str) -> Result<String, UnfitPassword> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(UnfitPassword::Short(length));
    }
    if password.len() > LONGEST {
        return Err(UnfitPassword::Long(password.len()));
    }
    let hash = Argon2::default().hash_password(password.as_bytes()).map_err(|_| UnfitPassword::Unhashable)?;
    Ok(hash.to_string())
}

/// Whether this is the password of the hash; without a hash the same time is spent, so that nobody learns which accounts
/// there are. Takes its time.
pub(crate) fn is_right(password: &str, hash: Option<&str>) -> bool {
    if password.len() > LONGEST {
        return false;
    }
    let Some(hash) = hash else {
        // Making a hash costs what comparing one does.
        let _ = Argon2::default().hash_password(password.as_bytes());
        return false;
    };
    Argon2::default().verify_password(password.as_bytes(), hash).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_password_is_known_by_its_hash_and_no_other_is() {
        let hash = hash("瘦西湖的二十四座桥在哪里呢你知道").unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(is_right("瘦西湖的二十四座桥在哪里呢你知道", Some(&hash)));
        assert!(!is_right("瘦西湖的二十四座桥在哪里呢你不知道", Some(&hash)));
        assert!(!is_right("", Some(&hash)));
    }

    #[test]
    fn equal_passwords_have_different_hashes() {
        let password = "a password of some length";
        assert_ne!(hash(password).unwrap(), hash(password).unwrap());
    }

    #[test]
    fn without_a_hash_no_password_is_right_and_the_work_is_done_all_the_same() {
        assert!(!is_right("anything", None));
        assert!(!is_right("anything", Some("no hash at all")));
    }

    #[test]
    fn a_password_too_short_or_too_long_is_refused_with_its_length() {
        assert_eq!(hash("short").unwrap_err(), UnfitPassword::Short(5));
        assert_eq!(hash(&"x".repeat(1_025)).unwrap_err(), UnfitPassword::Long(1_025));
    }
}
