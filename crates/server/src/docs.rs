//! `/openapi.json` and `/docs`: the interface described.

use std::fmt::Write;
use std::sync::Arc;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use utoipa_swagger_ui::Config;

use crate::body_cache::Kept;
use crate::problem::{Code, Problem, Row};
use crate::routes::{JSON, REVALIDATE, json, no_such_resource, read};
use crate::state::State;

const HTML: &str = "text/html; charset=utf-8";

/// Swagger UI's own page, but for addresses that hold with and without a slash after `/docs`, and our title.
const INDEX: &str = r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Yuren Map · API</title>
<link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/swagger-ui-standalone-preset.js"></script>
<script src="/docs/swagger-initializer.js"></script>
</body>
</html>
"#;

/// The addresses of the description and of its pages.
pub(crate) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(read("/openapi.json", openapi))
        .service(read("/docs", index))
        .service(read("/docs/", index))
        .service(read("/docs/problems", problems))
        .service(read("/docs/{file}", file));
}

/// The description as committed and as `yuren openapi` prints it.
async fn openapi() -> Result<HttpResponse, Problem> {
    let text = crate::openapi::json().map_err(|error| Problem::internal(&error))?;
    Ok(json(JSON, REVALIDATE, text.into_bytes()))
}

/// Swagger UI.
async fn index() -> HttpResponse {
    html(INDEX.to_owned())
}

/// Swagger UI's files.
async fn file(request: HttpRequest, state: web::Data<State>, name: web::Path<String>) -> Result<HttpResponse, Problem> {
    let config = Config::from("/openapi.json").use_base_layout().default_models_expand_depth(0);
    let found = utoipa_swagger_ui::serve(&name, Arc::new(config)).map_err(|error| Problem::internal(&error))?;
    let file = found.filter(|_| !name.ends_with(".html")).ok_or_else(|| no_such_resource(&request))?;
    let bytes = Bytes::from(file.bytes.into_owned());
    let kept = Kept { key: format!("docs:{name}"), content_type: file.content_type, cache_control: REVALIDATE };
    state.bodies.respond(&request, kept, move || Ok(bytes)).await
}

/// Every problem code: where the `type` of a problem leads.
async fn problems() -> HttpResponse {
    let rows = Code::ALL.into_iter().fold(String::new(), |mut rows, code| {
        let Row { code, status, title, remedy } = code.row();
        // Writing to a string cannot fail.
        let _ = writeln!(
            rows,
            "<tr id=\"{code}\"><th scope=\"row\"><code>{code}</code></th><td>{}</td><td>{title}</td><td>{}</td></tr>",
            status.as_u16(),
            with_code(remedy),
        );
        rows
    });
    html(format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Yuren Map · Problems</title>\n\
         <link rel=\"icon\" type=\"image/png\" href=\"/docs/favicon-32x32.png\">\n\
         </head>\n<body>\n<h1>Problems</h1>\n<p>Every refusal is a problem document (RFC 9457) with one of these codes. \
         The whole interface is at <a href=\"/docs\">/docs</a>.</p>\n<table border=\"1\" cellpadding=\"6\">\n\
         <thead><tr><th>code</th><th>status</th><th>title</th><th>what to do</th></tr></thead>\n<tbody>\n{rows}</tbody>\n\
         </table>\n</body>\n</html>\n"
    ))
}

/// Text whose `…` become code, as HTML. The table's texts hold no other mark-up.
fn with_code(text: &str) -> String {
    text.split('`')
        .enumerate()
        .map(|(i, part)| if i % 2 == 1 { format!("<code>{part}</code>") } else { part.into() })
        .collect()
}

fn html(body: String) -> HttpResponse {
    HttpResponse::Ok().insert_header((CONTENT_TYPE, HTML)).insert_header((CACHE_CONTROL, REVALIDATE)).body(body)
}
