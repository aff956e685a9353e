//! `yuren user`: the accounts of those who edit. There is no other way to get one.

use std::io::{BufRead, IsTerminal, stdin};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand, ValueEnum};
use yuren_server::catalog::{RegionCode, RoleKind};
use yuren_server::people::password;
use yuren_server::store::{Access, Account, AccountName, AccountRole, PasswordHash, Store, StoreAddress};

use crate::terminal::answer;
use crate::{folder, store};

/// What `user` can be told.
#[derive(Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    command: Command,
    /// The city's folder.
    #[arg(long, global = true, value_name = "DIR", default_value = "data/yangzhou")]
    city: PathBuf,
    /// Where edits live, as for `serve`.
    #[arg(long, global = true, value_name = "ADDRESS", env = "YUREN_STORE", hide_env_values = true)]
    store: Option<StoreAddress>,
}

#[derive(Subcommand)]
enum Command {
    /// Make an account. The password is asked for, or read from standard input.
    Add {
        /// The name to sign in with: a-z, 0-9, '.', '-' and '_'.
        name: AccountName,
        /// Give it no password: it can sign in by the provider of `serve --oidc-issuer` alone.
        #[arg(long)]
        no_password: bool,
        #[command(flatten)]
        access: AccessOptions,
    },
    /// Set what an account may do.
    Access {
        /// The account.
        name: AccountName,
        #[command(flatten)]
        access: AccessOptions,
    },
    /// Set another password, lift the lock of wrong ones, and sign the account out everywhere.
    Password {
        /// The account.
        name: AccountName,
    },
    /// Shut an account and sign it out everywhere.
    Disable {
        /// The account.
        name: AccountName,
    },
    /// Open a shut account again.
    Enable {
        /// The account.
        name: AccountName,
    },
    /// List the accounts.
    List,
}

#[derive(Args)]
struct AccessOptions {
    /// What the account may do; each role may do what those before it may.
    #[arg(long, value_enum)]
    role: RoleName,
    /// Codes of the districts in which, separated by commas; left out = everywhere.
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    districts: Vec<RegionCode>,
    /// Role kinds to which, separated by commas; left out = all.
    #[arg(long, value_delimiter = ',', value_name = "KINDS")]
    kinds: Vec<RoleKind>,
}

impl AccessOptions {
    fn access(self) -> Access {
        let Self { role, districts, kinds } = self;
        Access { role: role.into(), districts, kinds: kinds.into_iter().collect() }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum RoleName {
    Viewer,
    Editor,
    Reviewer,
    Admin,
}

impl From<RoleName> for AccountRole {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Viewer => Self::Viewer,
            RoleName::Editor => Self::Editor,
            RoleName::Reviewer => Self::Reviewer,
            RoleName::Admin => Self::Admin,
        }
    }
}

/// Does what was told.
pub(crate) fn user(options: Options) -> Result<ExitCode, String> {
    let Options { command, city, store } = options;
    let pack = folder::sound(&city)?;
    let address = store::address(store.as_ref(), &city)?;
    actix_web::rt::System::new().block_on(async move {
        let store = store::open_with(&address, &pack).await?;
        obey(command, store).await
    })?;
    Ok(ExitCode::SUCCESS)
}

async fn obey(command: Command, store: Arc<dyn Store>) -> Result<(), String> {
    let said = |error: yuren_server::store::StoreError| error.to_string();
    match command {
        Command::Add { name, no_password, access } => {
            let password = if no_password { None } else { Some(new_password(&name)?) };
            store
                .create_account(&name, password.as_ref(), &access.access(), yuren_server::now())
                .await
                .map_err(said)?;
            answer(&format!("{name} can sign in now."));
        }
        Command::Access { name, access } => {
            store.set_access(&name, &access.access()).await.map_err(said)?;
            answer(&format!("{name} has the new access now."));
        }
        Command::Password { name } => {
            let password = new_password(&name)?;
            store.set_password(&name, &password).await.map_err(said)?;
            answer(&format!("{name} has the new password and is signed out everywhere."));
        }
        Command::Disable { name } => {
            store.set_disabled(&name, true).await.map_err(said)?;
            answer(&format!("{name} is shut and signed out everywhere."));
        }
        Command::Enable { name } => {
            store.set_disabled(&name, false).await.map_err(said)?;
            answer(&format!("{name} is open."));
        }
        Command::List => {
            let accounts = store.accounts().await.map_err(said)?;
            let lines: Vec<String> = accounts.iter().map(line).collect();
            answer(&if lines.is_empty() {
                "There is no account; `yuren user add` makes one.".into()
            } else {
                lines.join("\n")
            });
        }
    }
    Ok(())
}

fn line(account: &Account) -> String {
    let Access { role, districts, kinds } = &account.access;
    let or_all = |words: Vec<String>| if words.is_empty() { "all".to_owned() } else { words.join(",") };
    format!(
        "{:24} {:9} districts {:20} kinds {}{}{}",
        account.name.as_str(),
        role.as_str(),
        or_all(districts.iter().map(ToString::to_string).collect()),
        or_all(kinds.iter().map(|kind| kind.to_string()).collect()),
        if account.password.is_none() { "  (no password)" } else { "" },
        if account.disabled { "  (shut)" } else { "" },
    )
}

/// Asks for a new password twice where somebody sits there, else takes the first line.
fn new_password(name: &AccountName) -> Result<PasswordHash, String> {
    let unread = |error: std::io::Error| format!("the password cannot be read: {error}");
    let password = if stdin().is_terminal() {
        let first = rpassword::prompt_password(format!("Password for {name}: ")).map_err(unread)?;
        if rpassword::prompt_password("Again: ").map_err(unread)? != first {
            return Err("the two are not the same; nothing was changed".to_owned());
        }
        first
    } else {
        let mut line = String::new();
        stdin().lock().read_line(&mut line).map_err(unread)?;
        line.trim_end_matches(['\r', '\n']).to_owned()
    };
    let hash = password::hash(&password).map_err(|error| error.to_string())?;
    PasswordHash::new(hash).map_err(|error| error.to_string())
}
