//! A vendor's server as it stands after `platsd init`: settings, an operator, one product with one file, a mail server.

use catalog::{AddBuild, CreateProduct, CreateRelease, Files};
use futures_util::stream;
use kernel::{Actor, Result, Timestamp, clock::days};
use server::{App, Config};
use std::{
    convert::Infallible,
    ffi::OsStr,
    fs,
    path::PathBuf,
    process::{Command, Output},
};
use testkit::{Ground, Setting, smtp::MailServer};

pub const PLATSD: &str = env!("CARGO_BIN_EXE_platsd");
pub const OPERATOR: &str = "operator@nordkad.example";
pub const PASSWORD: &str = "sju rostiga spikar i taket";

pub struct House {
    pub ground: Ground,
    pub mail: MailServer,
}

impl Setting for House {
    async fn on(ground: Ground) -> House {
        // Long before the real clock, which the program goes by.
        ground.time.set(Timestamp::from_seconds(1_577_836_800));
        let house = House { mail: MailServer::start().await, ground };
        fs::write(house.settings(), house.settings_text()).expect("settings");
        let secret = house.ground.folder().join("password");
        fs::write(&secret, format!("{PASSWORD}\n")).expect("a password");
        let made = house.platsd(
            "init",
            [OsStr::new("--email"), OPERATOR.as_ref(), "--password-file".as_ref(), secret.as_ref()],
        );
        assert!(made.status.success(), "{}", said(&made));
        house.product("ritbord").await;
        house.build("ritbord", b"all of Ritbord").await;
        house
    }
}

impl House {
    pub fn settings(&self) -> PathBuf {
        self.ground.folder().join("plats.toml")
    }
    pub fn data(&self) -> PathBuf {
        self.ground.folder().join("data")
    }
    pub fn settings_text(&self) -> String {
        let (data, database) = (self.data().display().to_string(), self.ground.database());
        format!(
            "public_url = 'http://localhost'\nlisten = '127.0.0.1:0'\ndatabase = '{database}'\ndata = '{data}'\n\
             [vendor]\nname = 'Nordkad'\n\
             [mail]\nfrom = 'Nordkad <no-reply@nordkad.example>'\nsmtp = 'smtp://127.0.0.1:{}'\n",
            self.mail.port
        )
    }

    /// An act of the program on these settings.
    pub fn platsd<A: AsRef<OsStr>>(&self, act: &str, more: impl IntoIterator<Item = A>) -> Output {
        let mut command = Command::new(PLATSD);
        command.arg(act).arg("--config").arg(self.settings()).args(more);
        command.output().expect("a program to start")
    }

    /// A node in this process, whose clock the test moves.
    pub async fn node(&self) -> App {
        let config = Config::load(&self.settings()).expect("settings");
        App::open(&config, self.ground.time.clock(), self.ground.chance.clone()).await.expect("a node")
    }
    /// The test itself does something.
    pub async fn act<T: Send + 'static>(
        &self,
        verb: impl Fn(&mut store::Command) -> Result<T> + Send + 'static,
    ) -> T {
        self.node().await.db.command(&Actor::system("test"), verb).await.expect("an act")
    }
    pub async fn sql(&self, sql: &'static str) {
        let run = move |cx: &mut store::Command| {
            cx.quiet();
            cx.execute(sql, &[]).map(|_| ())
        };
        self.act(run).await;
    }
    pub async fn product(&self, slug: &'static str) {
        let product = CreateProduct::parse(slug, slug, "", "").expect("a product");
        self.act(move |cx| catalog::create_product(cx, &product).map(|_| ())).await;
    }
    pub async fn build(&self, slug: &'static str, content: &'static [u8]) {
        let release = CreateRelease::parse("2027.1", "feature", "").expect("a release");
        self.act(move |cx| catalog::create_release(cx, slug, &release).map(|_| ())).await;
        let files = Files::open(&self.data().join("builds").to_string_lossy()).expect("a store of files");
        let staged = files.stage("upload", stream::iter([Ok::<_, Infallible>(content.into())])).await;
        let stored = files.keep(staged.expect("a file")).await.expect("a file");
        let place = AddBuild::parse([slug, "2027.1"], ["linux-x64", "mul"], "ritbord.tar.gz", false);
        let place = place.expect("a place");
        self.act(move |cx| catalog::add_build(cx, &place, &stored).map(|_| ())).await;
        self.ground.time.wait(days(1));
    }
    /// The one file of the one product.
    pub fn build_file(&self) -> PathBuf {
        let folder = fs::read_dir(self.data().join("builds/builds")).expect("a folder of builds");
        folder.flatten().next().expect("a build").path()
    }
}

/// All that it wrote.
pub fn said(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text).into_owned()).concat()
}
