//! What a query parameter is: its name, its shape, and how its text becomes a value.

use utoipa::openapi::path::{Parameter as OpenApiParameter, ParameterBuilder, ParameterIn, ParameterStyle};
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, Schema, Type};
use utoipa::openapi::{Required, SchemaFormat, schema::KnownFormat};

/// Most entries of a list in a request.
pub(crate) const LIST_ENTRIES: usize = 32;

/// Which texts a parameter takes. Both the API's description and the `allowed` of a problem come from here.
pub(crate) enum Shape {
    /// A finite number from `min` to `max`.
    Number { min: f64, max: f64 },
    /// A finite number above zero, up to `max`.
    Positive { max: f64 },
    /// A whole number from `min` to `max`.
    Whole { min: usize, max: usize },
    /// So many finite numbers separated by commas; the text says which.
    Numbers { count: usize, form: &'static str },
    /// Text of 1 to `max` characters, white space around it aside.
    Text { max: usize },
    /// A date; which ones is the calendar's business.
    Date,
    /// One of some words.
    OneOf(fn() -> Vec<&'static str>),
    /// Some of some words, separated by commas.
    SomeOf(fn() -> Vec<&'static str>),
    /// Things of one form, separated by commas; the text says which form.
    Several { pattern: &'static str, form: &'static str },
    /// Text that only this server understands; the text says where it comes from.
    Opaque(&'static str),
}

impl Shape {
    /// What is allowed, as a phrase.
    pub(crate) fn allowed(&self) -> String {
        match self {
            Self::Number { min, max } => format!("a number from {min} to {max}"),
            Self::Positive { max } => format!("a number greater than 0, up to {max}"),
            Self::Whole { min, max } => format!("a whole number from {min} to {max}"),
            Self::Numbers { form, .. } | Self::Opaque(form) => (*form).to_owned(),
            Self::Text { max } => format!("1 to {max} characters"),
            Self::Date => "a date YYYY-MM-DD from 1900-01-01 to 9999-12-31".to_owned(),
            Self::OneOf(words) => words().join(", "),
            Self::SomeOf(words) => format!("1 to {LIST_ENTRIES} of these, separated by commas: {}", words().join(", ")),
            Self::Several { form, .. } => format!("1 to {LIST_ENTRIES} of these, separated by commas: {form}"),
        }
    }

    fn schema(&self, default: Option<&str>) -> Schema {
        let number = || {
            ObjectBuilder::new().schema_type(Type::Number).format(Some(SchemaFormat::KnownFormat(KnownFormat::Double)))
        };
        let words = |words: &fn() -> Vec<&'static str>| {
            ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words()))
        };
        let text = || ObjectBuilder::new().schema_type(Type::String);
        let list = |item: ObjectBuilder| {
            let list = ArrayBuilder::new().items(item).min_items(Some(1)).max_items(Some(LIST_ENTRIES));
            Schema::Array(list.build())
        };
        let default = default.map(|default| serde_json::from_str(default).unwrap_or_else(|_| default.into()));
        Schema::Object(
            match self {
                Self::Number { min, max } => number().minimum(Some(*min)).maximum(Some(*max)),
                Self::Positive { max } => number().exclusive_minimum(Some(0.0)).maximum(Some(*max)),
                Self::Whole { min, max } => ObjectBuilder::new()
                    .schema_type(Type::Integer)
                    .minimum(Some(*min as f64))
                    .maximum(Some(*max as f64)),
                Self::Text { max } => text().min_length(Some(1)).max_length(Some(*max)),
                Self::OneOf(of) => words(of),
                Self::Date => text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Date))),
                Self::Opaque(_) => text(),
                Self::SomeOf(of) => return list(words(of)),
                Self::Several { pattern, .. } => return list(text().pattern(Some(*pattern))),
                Self::Numbers { count, .. } => {
                    let numbers = ArrayBuilder::new().items(number());
                    return Schema::Array(numbers.min_items(Some(*count)).max_items(Some(*count)).build());
                }
            }
            .default(default)
            .build(),
        )
    }
}

/// A parameter, but for the type of its value.
pub(crate) struct Declaration {
    /// As it stands in the address.
    pub(crate) name: &'static str,
    /// What it is for: a sentence or two.
    pub(crate) about: &'static str,
    /// Which texts it takes.
    pub(crate) shape: Shape,
    /// The text that stands for it where it is left out.
    pub(crate) default: Option<&'static str>,
    /// A value that works.
    pub(crate) example: &'static str,
}

/// A parameter whose value is a `T`.
pub(crate) struct Parameter<T: 'static> {
    /// Everything but the type.
    pub(crate) declaration: Declaration,
    /// Reads the value; the error is a clause that says what is wrong with the text.
    pub(crate) read: fn(&Shape, &str) -> Result<T, String>,
}

/// A parameter as a route takes it.
#[derive(Clone, Copy)]
pub(crate) struct Use {
    /// The parameter.
    pub(crate) declaration: &'static Declaration,
    /// Whether the route cannot do without.
    pub(crate) required: bool,
}

impl<T> Parameter<T> {
    /// A route may be asked with it.
    pub(crate) const fn optional(&'static self) -> Use {
        Use { declaration: &self.declaration, required: false }
    }

    /// A route must be asked with it.
    pub(crate) const fn required(&'static self) -> Use {
        Use { declaration: &self.declaration, required: true }
    }
}

impl Use {
    /// The parameter in the API's description.
    pub(crate) fn describe(self) -> OpenApiParameter {
        let Declaration { name, about, shape, default, example } = self.declaration;
        let schema = shape.schema(*default);
        let is_list = matches!(schema, Schema::Array(_));
        ParameterBuilder::new()
            .name(*name)
            .parameter_in(ParameterIn::Query)
            .required(if self.required { Required::True } else { Required::False })
            .description(Some(format!("{about} Allowed: {}. Example: `{example}`.", shape.allowed())))
            .style(is_list.then_some(ParameterStyle::Form))
            .explode(is_list.then_some(false))
            .schema(Some(schema))
            .build()
    }
}
