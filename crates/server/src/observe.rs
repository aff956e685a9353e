//! The outermost middleware: every request is counted and logged.

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, web};

use crate::state::State;

/// The middleware: counts each request, and logs it under the target `yuren::request`.
pub(crate) async fn observe(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let began = Instant::now();
    let answer = next.call(request).await?;
    let took = began.elapsed();
    let route = answer.request().match_pattern().unwrap_or_else(|| "unmatched".to_owned());
    let (status, method) = (answer.status().as_u16(), answer.request().method());
    if let Some(state) = answer.request().app_data::<web::Data<State>>() {
        state.metrics.count(&route, status, took);
    }
    let ms = took.as_secs_f64() * 1000.0;
    tracing::info!(target: "yuren::request", %method, route, status, ms = format_args!("{ms:.1}"));
    Ok(answer)
}
