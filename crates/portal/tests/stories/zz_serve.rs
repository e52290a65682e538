use crate::TestApp;
use kernel::Role;
use testkit_macros::both_engines;

#[both_engines]
#[ignore]
async fn serve(app: TestApp) {
    let ritbord = app.product("Ritbord", "2027.1", "feature").await;
    let fasad = app.product("Fasad", "12.4", "update").await;
    let matverk = app.product("Matverk", "4.2.3", "security").await;
    for p in [["windows-x64", "sv"], ["windows-x64", "en"], ["macos-arm64", "sv"], ["linux-x64", "mul"]] {
        app.build("ritbord", "2027.1", p).await;
    }
    for p in [["windows-x64", "sv"], ["macos-arm64", "mul"]] {
        app.build("fasad", "12.4", p).await;
        app.build("matverk", "4.2.3", p).await;
    }
    let pools = [app.pool(ritbord, 90).await, app.pool(fasad, 60).await, app.pool(matverk, 50).await];
    let firsts = [
        "Noora Aalto",
        "Hodan Abdi",
        "Ingrid Abrahamsson",
        "Per-Olof Adolfsson",
        "Karin Ahlgren",
        "Emre Aksoy",
        "Samira Al-Hassan",
        "Börje Alm",
        "Mette Andersen",
        "Alexander Andersson",
        "Sofie Arnesen",
        "Oskar Arvidsson",
        "Yusuf Asad",
        "Elin Asp",
    ];
    let mut people = vec![];
    for n in 0..60 {
        let (first, last) = firsts[n % firsts.len()].split_once(' ').unwrap();
        let last = if n < firsts.len() {
            last.to_owned()
        } else {
            format!("{last}-{}", ["Berg", "Dahl", "Ek", "Falk"][n / firsts.len() - 1])
        };
        people.push(app.user(first, &last).await);
    }
    app.assign(pools[0], &people[..50]).await;
    app.assign(pools[1], &people[5..30]).await;
    app.assign(pools[2], &people[..12]).await;
    for pool in pools {
        app.assign(pool, &[app.maja]).await;
    }
    crate::world::make_admin(&app, people[4], Role::SecondaryAdmin).await;
    let linnea = app.invite("Linnea", "Almqvist").await;
    app.bounce(linnea).await;
    let tariq = app.invite("Tariq", "Ahmed").await;
    let gosta = app.invite("Kristina", "Asplund").await;
    let (maja, noora) = (app.maja, people[0]);
    app.act(move |cx| { cx.quiet();
        let now = cx.now();
        cx.execute("UPDATE people SET seen_at = $1 WHERE id < $2", &[&now.minus(kernel::clock::minutes(76)), &gosta])?;
        cx.execute("UPDATE people SET seen_at = NULL WHERE password_hash IS NULL", &[])?;
        cx.execute("UPDATE invitations SET expires_at = $1 WHERE person_id = $2", &[&now.minus(kernel::clock::minutes(76)), &gosta])?;
        let d: kernel::DeviceId = cx.id();
        cx.execute("INSERT INTO devices (id, person_id, fingerprint, public_key, name, platform, created_at, seen_at) VALUES ($1,$2,'a','b','MALMO-WS-0417','Windows 11',$3,$3)", &[&d,&maja,&now])?;
        for (product, pool, version) in [(ritbord.id, pools[0], "2027.1"),(fasad.id,pools[1],"12.3"),(matverk.id,pools[2],"4.2.1")] {
            let l: kernel::LeaseId = cx.id();
            cx.execute("INSERT INTO leases (id, privacy, created_at, grant_id, person_id, device_id, product_id, pool_id, version, seq, issued_at, refresh_after, expires_at) VALUES ($1,$1,$7,$1,$2,$3,$4,$5,$6,1,$7,$7,$8)", &[&l,&maja,&d,&product,&pool,&version,&now,&now.plus(kernel::clock::days(30))])?;
        }
        Ok(()) }).await;
    let mut out = String::new();
    for who in [maja, noora, app.olle, tariq] {
        let (_, token) = app
            .act(move |cx| {
                cx.quiet();
                web::session::begin(cx, who, true, "a browser", "192.0.2.1")
            })
            .await;
        out += &format!("{who} {}\n", token.expose());
    }
    out += &format!(
        "team {}\nsamira {}\nlinnea {linnea}\nolle {}\norg {}\n",
        app.team, people[6], app.olle, app.organization
    );
    std::fs::write("/tmp/portal-serve.txt", out).unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:7788").await.unwrap();
    let router = app.door().merge(axum::Router::new().merge(web::assets::routes::<()>()));
    axum::serve(listener, router.into_make_service()).await.unwrap();
}
