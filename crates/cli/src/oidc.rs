//! `yuren serve --oidc-…`: a provider by which people may sign in.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use yuren_server::people::oidc::Settings;

/// The variable that holds the client's secret.
const SECRET: &str = "YUREN_OIDC_CLIENT_SECRET";
/// Largest file of a secret that is looked at, in bytes.
const LARGEST_FILE: u64 = 4 << 10;

/// What `serve` can be told of a provider.
#[derive(clap::Args)]
pub(crate) struct OidcOptions {
    /// An `OpenID` Connect provider by which people with an account may sign in, beside passwords: its issuer, by https (http
    /// on a loopback address alone). The client's secret is taken from `YUREN_OIDC_CLIENT_SECRET`.
    #[arg(long = "oidc-issuer", value_name = "URL", requires_all = ["client_id", "public_url"])]
    issuer: Option<String>,
    /// The client's id at the provider, where its address to return to is PUBLIC-URL/api/v1/session/oidc/return.
    #[arg(long = "oidc-client-id", value_name = "ID", requires = "issuer")]
    client_id: Option<String>,
    /// A file that holds the client's secret, instead of the variable.
    #[arg(long = "oidc-secret-file", value_name = "FILE", requires = "issuer")]
    secret_file: Option<PathBuf>,
    /// What the button calls the provider.
    #[arg(long = "oidc-name", value_name = "NAME", default_value = "统一身份认证")]
    name: String,
    /// The claim that holds an account's name. Take one that people cannot set for themselves at the provider.
    #[arg(long = "oidc-claim", value_name = "CLAIM", default_value = "preferred_username")]
    claim: String,
}

impl OidcOptions {
    /// The provider, if one is named.
    pub(crate) fn settings(&self, public_url: Option<&str>) -> Result<Option<Settings>, String> {
        let (Some(issuer), Some(id), Some(public_url)) = (&self.issuer, &self.client_id, public_url) else {
            return Ok(None);
        };
        let secret = match &self.secret_file {
            Some(file) => secret_in(file)?,
            None => std::env::var(SECRET).map_err(|_| {
                format!("--oidc-issuer needs the client's secret: set {SECRET}, or name a file by --oidc-secret-file")
            })?,
        };
        let settings = Settings::new(issuer, id, secret, &self.name, &self.claim, public_url);
        settings.map(Some).map_err(|error| format!("--oidc-…: {error}"))
    }
}

fn secret_in(path: &Path) -> Result<String, String> {
    let mut secret = String::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST_FILE).read_to_string(&mut secret));
    read.map_err(|error| format!("--oidc-secret-file {}: {error}", path.display()))?;
    Ok(secret.trim_end_matches(['\r', '\n']).to_owned())
}
