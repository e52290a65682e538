//! Serve and carry out jobs until told to stop, and end in good order.

use crate::App;
use axum::Router;
use kernel::{Error, Result};
use std::{future::Future, net::SocketAddr, time::Duration};
use tokio::{
    net::TcpListener,
    signal::unix::{Signal, SignalKind, signal},
    sync::watch,
};

/// What a supervisor or a person says to end the program: SIGTERM, or SIGINT from a terminal.
pub struct Stop {
    terminate: Signal,
    interrupt: Signal,
}

impl Stop {
    pub fn listen() -> Result<Stop> {
        let hear = |kind| signal(kind).map_err(Error::fault);
        Ok(Stop { terminate: hear(SignalKind::terminate())?, interrupt: hear(SignalKind::interrupt())? })
    }

    /// Resolves each time it is said.
    pub async fn said(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

impl App {
    /// Answers requests and carries out jobs. Told to stop, it takes on nothing new and ends what is under way; it
    /// waits for that no longer than `grace`, and not at all when it is told a second time.
    pub async fn serve(self, listener: TcpListener, stop: Stop, grace: Duration) -> Result<()> {
        let _turn = self.turn.take()?;
        self.jobs.schedule(&self.db).await?;
        let (stopping, told) = watch::channel(());
        let worker = tokio::spawn(self.jobs.run(self.db, heard(told.clone())));
        let server = tokio::spawn(answer(self.router, listener, heard(told)));
        let work = async {
            server.await.map_err(Error::fault)??;
            worker.await.map_err(Error::fault)
        };
        until_stopped(work, stop, stopping, grace).await
    }

    /// The same without jobs: other processes carry them out.
    pub async fn serve_without_jobs(self, listener: TcpListener, stop: Stop, grace: Duration) -> Result<()> {
        let (stopping, told) = watch::channel(());
        until_stopped(answer(self.router, listener, heard(told)), stop, stopping, grace).await
    }

    /// The same without requests: nothing is listened to.
    pub async fn work(self, stop: Stop, grace: Duration) -> Result<()> {
        let _turn = self.turn.take()?;
        self.jobs.schedule(&self.db).await?;
        tracing::info!("Plats works");
        let (stopping, told) = watch::channel(());
        let work = async {
            self.jobs.run(self.db, heard(told)).await;
            Ok(())
        };
        until_stopped(work, stop, stopping, grace).await
    }
}

async fn until_stopped(
    work: impl Future<Output = Result<()>>,
    mut stop: Stop,
    stopping: watch::Sender<()>,
    grace: Duration,
) -> Result<()> {
    tokio::pin!(work);
    tokio::select! {
        ended = &mut work => return ended,
        () = stop.said() => {}
    }
    tracing::info!(seconds = grace.as_secs(), "Plats stops: what is under way may end");
    drop(stopping);
    tokio::select! {
        ended = work => return ended,
        () = stop.said() => tracing::warn!("told to stop twice: what is under way is broken off"),
        () = tokio::time::sleep(grace) => tracing::warn!("out of patience: what is under way is broken off"),
    }
    Ok(())
}

async fn answer(
    router: Router,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await.map_err(Error::fault)
}

async fn heard(mut told: watch::Receiver<()>) {
    let _ = told.changed().await;
}
