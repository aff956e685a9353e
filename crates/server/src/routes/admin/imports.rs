//! `/api/v1/admin/imports…`: a list uploaded, shown what it would do, and taken in.
//!
//! Nothing is kept between a preview and its commit: the list comes with each request, so that any server of several answers.

use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_TYPE, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
};
use actix_web::{HttpRequest, HttpResponse, web};
use tokio::sync::SemaphorePermit;
use utoipa::ToSchema;
use yuren_catalog::ChangeSet;
use yuren_ingest::read::MAX_BYTES;
use yuren_store::AccountRole;

use crate::answer::import::{Done, ImportPreview, ImportedAnswer};
use crate::editing::{self, Committed};
use crate::import_options::ImportOptions;
use crate::importing::{Proposal, propose};
use crate::people::Person;
use crate::problem::{Code, Problem, ProblemDocument, Refusals};
use crate::routes;
use crate::state::State;
use crate::upload::{self, Upload};

/// A form of two parts.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it describes a body that is read part by part")]
pub(crate) struct ImportUpload {
    /// The list: xlsx, csv, GeoJSON or an OpenStreetMap extract, at most 64 MiB, with its filename.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// What is said of it, as JSON of at most 1 MiB.
    options: ImportOptions,
}

/// Show what an import would do
///
/// And do nothing. Columns are told from their headers unless `mappings` says otherwise; every row is judged; rows that may be
/// places that are there already are asked about, and answered in `answers`.
#[utoipa::path(
    post, path = "/api/v1/admin/imports/preview", operation_id = "previewImport", tag = "editing",
    params(("X-CSRF-Token" = String, Header, description = "The session's second token")),
    request_body(content = ImportUpload, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "What it would do; a file that cannot be used says so in its findings", body = ImportPreview<'static>),
        (status = 413, description = "The file or its options are too large", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn preview(
    request: HttpRequest,
    state: web::Data<State>,
    person: Person,
    payload: web::Payload,
) -> Result<HttpResponse, Problem> {
    let (_turn, upload) = received(&request, &state, &person, payload).await?;
    let body = propose(&state, upload, |proposal| routes::bytes(&ImportPreview::new(&proposal))).await?;
    Ok(routes::json(routes::JSON, "no-store", body))
}

/// Import a list
///
/// All of what the preview showed or nothing: `plan` is the preview's, and if the city, the file or the answers are others by
/// now, nothing is done. Answers once this server serves the places.
#[utoipa::path(
    post, path = "/api/v1/admin/imports", operation_id = "importList", tag = "editing",
    params(("X-CSRF-Token" = String, Header, description = "The session's second token")),
    request_body(content = ImportUpload, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "It is done", body = ImportedAnswer),
        (status = 403, description = "A row lies outside the account's districts or kinds", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 412, description = "It would do something else by now", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 413, description = "The file or its options are too large", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        (status = 422, description = "The file as a whole cannot be used", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn commit(
    request: HttpRequest,
    state: web::Data<State>,
    person: Person,
    payload: web::Payload,
) -> Result<HttpResponse, Problem> {
    let (_turn, mut upload) = received(&request, &state, &person, payload).await?;
    let Some(shown) = upload.options.plan.take() else {
        let problem = Problem::new(Code::InvalidContent, "It is not said which plan is to be carried out.");
        return Err(problem.parameter("plan").allowed("the plan of a preview"));
    };
    let (set, done) = propose(&state, upload, move |proposal| agreed(proposal, &shown)).await?;
    let answer = if set.changes.is_empty() {
        ImportedAnswer::new(None, done, Vec::new())
    } else {
        let Committed { revision, warnings } = editing::commit(&state, &person, set).await?;
        ImportedAnswer::new(Some(revision), done, warnings)
    };
    Ok(routes::json(routes::JSON, "no-store", routes::bytes(&answer)?))
}

/// The findings as a workbook
///
/// The sheets as they are, what is wrong coloured and explained, and a summary before them.
#[utoipa::path(
    post, path = "/api/v1/admin/imports/report", operation_id = "importReport", tag = "editing",
    params(("X-CSRF-Token" = String, Header, description = "The session's second token")),
    request_body(content = ImportUpload, content_type = "multipart/form-data"),
    responses(
        (status = 200, description = "An Excel workbook", body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 413, description = "The file or its options are too large", body = ProblemDocument<'static>, content_type = "application/problem+json"),
        Refusals
    )
)]
pub(crate) async fn report(
    request: HttpRequest,
    state: web::Data<State>,
    person: Person,
    payload: web::Payload,
) -> Result<HttpResponse, Problem> {
    let (_turn, upload) = received(&request, &state, &person, payload).await?;
    let stem = upload.file_name.split('.').next().unwrap_or_default();
    let name = format!("{stem}-findings.xlsx");
    let workbook = propose(&state, upload, |proposal| {
        let workbook = yuren_ingest::report(&proposal.reading.tables, &proposal.plan.findings);
        workbook.map_err(|error| Problem::internal(&error))
    })
    .await?;
    let value = ExtendedValue { charset: Charset::Ext("UTF-8".into()), language_tag: None, value: name.into_bytes() };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, routes::XLSX))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header(ContentDisposition {
            disposition: DispositionType::Attachment,
            parameters: vec![DispositionParam::FilenameExt(value)],
        })
        .body(workbook))
}

/// The upload of somebody who may edit, once it is its turn: nothing of it is read before, so that those who wait take no memory.
async fn received<'a>(
    request: &HttpRequest,
    state: &'a State,
    person: &Person,
    payload: web::Payload,
) -> Result<(SemaphorePermit<'a>, Upload<ImportOptions>), Problem> {
    person.need(AccountRole::Editor)?;
    let turn = state.imports.acquire().await.map_err(|error| Problem::internal(&error))?;
    Ok((turn, upload::read(request, payload.into_inner(), MAX_BYTES).await?))
}

/// The changes, if they are those that were shown.
fn agreed(proposal: Proposal<'_>, shown: &str) -> Result<(ChangeSet, Done), Problem> {
    let findings = &proposal.plan.findings;
    if findings.has_file_error() {
        return Err(Problem::unfit_file("The file as a whole cannot be used; nothing was imported.", findings));
    }
    if proposal.digest() != shown {
        let detail =
            "The import would do something else than was shown: the city, the file or the answers have changed.";
        return Err(Problem::new(Code::ChangedMeanwhile, detail).parameter("plan").value(shown));
    }
    let done = Done::new(&proposal);
    Ok((proposal.set, done))
}
