use crate::TestApp;
use testkit_macros::both_engines;
use catalog::{AddBuild, Stored};
#[both_engines]
async fn dump(app: TestApp) {
    app.ritbord().await;
    for n in 0..40 {
        let add = AddBuild::parse(["ritbord","2027.1"],["windows-x64",["sv","en","de","fr"][n%4]],"a.msi", n>=4).unwrap();
        let stored = Stored { key: "x".into(), size: 3, sha256: catalog::Digest::new([n as u8;32]) };
        let go = || { let (a,s)=(add.clone(),stored.clone()); app.db.command(&app.olle, move |cx| catalog::add_build(cx,&a,&s)) };
        let (a,b,c) = tokio::join!(go(),go(),go());
        for r in [a,b,c] { if let Err(e)=r { eprintln!("ZZ {n} {e:?}"); } }
    }
}
