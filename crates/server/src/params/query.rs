//! A request's query, held against what its route declares.

use std::hash::Hasher;

use siphasher::sip::SipHasher13;

use super::parameter::{Parameter, Use};
use crate::problem::{Code, Problem, shortened};

/// The parameters of a request: each declared, given once, and not empty. In the order of their names.
#[derive(Debug)]
pub(crate) struct Query {
    given: Vec<(String, String)>,
}

impl Query {
    /// Reads the part of an address after `?`.
    pub(crate) fn parse(text: &str, declared: &[Use]) -> Result<Self, Problem> {
        let mut given: Vec<(String, String)> = form_urlencoded::parse(text.as_bytes()).into_owned().collect();
        given.sort();
        let declaration = |name: &str| declared.iter().map(|used| used.declaration).find(|d| d.name == name);
        for (name, value) in &given {
            if declaration(name).is_none() {
                let names: Vec<_> = declared.iter().map(|used| used.declaration.name).collect();
                let allowed = if names.is_empty() { "no parameter".to_owned() } else { names.join(", ") };
                let detail = format!("There is no parameter {:?} here; allowed: {allowed}.", shortened(name));
                return Err(Problem::new(Code::UnknownParameter, detail).parameter(name).value(value).allowed(allowed));
            }
        }
        if let Some(twice) = given.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            let name = &twice[0].0;
            let detail = format!("The parameter {name:?} is given more than once; allowed: once.");
            return Err(Problem::new(Code::RepeatedParameter, detail)
                .parameter(name)
                .value(&twice[1].1)
                .allowed("once"));
        }
        for (name, value) in &given {
            if let (true, Some(declaration)) = (value.is_empty(), declaration(name)) {
                let allowed = declaration.shape.allowed();
                let detail = format!("The parameter {name:?} is empty; allowed: {allowed}.");
                return Err(Problem::new(Code::EmptyParameter, detail).parameter(name).value("").allowed(allowed));
            }
        }
        for Use { declaration, .. } in declared.iter().filter(|used| used.required) {
            if !given.iter().any(|(name, _)| name == declaration.name) {
                return Err(missing(declaration.name, &declaration.shape.allowed()));
            }
        }
        Ok(Self { given })
    }

    /// The text given for a parameter.
    fn text(&self, name: &str) -> Option<&str> {
        self.given.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// Whether the parameter is given.
    pub(crate) fn has<T>(&self, parameter: &Parameter<T>) -> bool {
        self.text(parameter.declaration.name).is_some()
    }

    /// The value of a parameter, or of its default; `None` = neither.
    pub(crate) fn get<T>(&self, parameter: &Parameter<T>) -> Result<Option<T>, Problem> {
        let Some(text) = self.text(parameter.declaration.name).or(parameter.declaration.default) else {
            return Ok(None);
        };
        (parameter.read)(&parameter.declaration.shape, text)
            .map(Some)
            .map_err(|reason| parameter.invalid(text, &reason))
    }

    /// The value of a parameter without which there is no answer, or of its default.
    pub(crate) fn need<T>(&self, parameter: &Parameter<T>) -> Result<T, Problem> {
        let declaration = &parameter.declaration;
        self.get(parameter)?.ok_or_else(|| missing(declaration.name, &declaration.shape.allowed()))
    }

    /// A number that is the same for the same question, the named parameters aside, in every release: SipHash-1-3 with a
    /// zero key over the sorted parameters.
    pub(crate) fn fingerprint(&self, aside: &[&str]) -> u64 {
        let mut hasher = SipHasher13::new();
        for (name, value) in self.given.iter().filter(|(name, _)| !aside.contains(&name.as_str())) {
            for part in [name, value] {
                hasher.write_usize(part.len());
                hasher.write(part.as_bytes());
            }
        }
        hasher.finish()
    }

    /// The query as text, encoded anew, with `name` set to `value`.
    pub(crate) fn with(&self, name: &str, value: &str) -> String {
        let others = self.given.iter().filter(|(given, _)| given != name);
        form_urlencoded::Serializer::new(String::new()).extend_pairs(others).append_pair(name, value).finish()
    }

    /// The query as text, encoded anew; empty if nothing is given.
    pub(crate) fn to_text(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.given).finish()
    }
}

impl<T> Parameter<T> {
    /// The problem with `text` as a value of this parameter; `reason` is a clause such as "is out of range".
    pub(crate) fn invalid(&self, text: &str, reason: &str) -> Problem {
        let (name, allowed) = (self.declaration.name, self.declaration.shape.allowed());
        let detail = format!("The parameter {name:?} is {:?}, which {reason}; allowed: {allowed}.", shortened(text));
        Problem::new(Code::InvalidParameter, detail).parameter(name).value(text).allowed(allowed)
    }
}

/// The problem of a parameter that is not there.
fn missing(name: &str, allowed: &str) -> Problem {
    let detail = format!("The parameter {name:?} is missing; allowed: {allowed}.");
    Problem::new(Code::MissingParameter, detail).parameter(name).allowed(allowed)
}

#[cfg(test)]
mod tests {
    use super::super::table::{K, LON, Q, RADIUS_M};
    use super::*;

    const DECLARED: &[Use] = &[LON.required(), K.optional(), Q.optional(), RADIUS_M.optional()];

    fn refused(text: &str) -> Code {
        Query::parse(text, DECLARED).unwrap_err().code()
    }

    #[test]
    fn a_query_is_refused_for_what_was_not_declared_repeated_empty_or_missing() {
        assert_eq!(refused("lon=1&colour=red"), Code::UnknownParameter);
        assert_eq!(refused("lon=1&LON=1"), Code::UnknownParameter);
        assert_eq!(refused("lon=1&=1"), Code::UnknownParameter);
        assert_eq!(refused("lon=1&lon=1"), Code::RepeatedParameter);
        assert_eq!(refused("lon="), Code::EmptyParameter);
        assert_eq!(refused("lon"), Code::EmptyParameter);
        assert_eq!(refused("k=1"), Code::MissingParameter);
        assert_eq!(refused(""), Code::MissingParameter);
    }

    #[test]
    fn a_parameter_left_out_has_its_default() {
        let query = Query::parse("lon=1", DECLARED).unwrap();
        assert_eq!(query.get(&K).unwrap(), Some(10));
        assert_eq!(query.get(&RADIUS_M).unwrap(), None);
        assert_eq!(query.need(&RADIUS_M).unwrap_err().code(), Code::MissingParameter);
    }

    #[test]
    fn a_fingerprint_forgets_order_and_what_is_set_aside_and_nothing_else() {
        let print = |text: &str| Query::parse(text, DECLARED).unwrap().fingerprint(&["k"]);
        assert_eq!(print("lon=1&q=a&k=3"), print("q=a&k=7&lon=1"));
        assert_eq!(print("q=%E7%98%A6&lon=1"), print("lon=1&q=瘦"));
        assert_ne!(print("lon=1&q=a"), print("lon=1&q=b"));
        assert_ne!(print("lon=1&q=a"), print("lon=1"));
    }

    #[test]
    fn a_query_written_again_reads_the_same() {
        let query = Query::parse("q=a%26b%20c+d&lon=1", DECLARED).unwrap();
        let again = Query::parse(&query.with("k", "5"), DECLARED).unwrap();
        assert_eq!(again.need(&Q).unwrap(), "a&b c d");
        assert_eq!(again.need(&K).unwrap(), 5);
    }
}
