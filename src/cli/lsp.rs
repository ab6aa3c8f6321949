//! `qianfa lsp`: a language server over standard input and output. One thread reads, one checks, this one answers.

mod wire;

use std::collections::BTreeMap;
use std::io::{self, BufReader, BufWriter};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::thread;
use std::time::{Duration, Instant};

use jiff::tz::TimeZone;

use super::{Context, Exit, Failure};
use crate::base::clock::Clock;
use crate::base::message::editor as text;
use crate::editor::{Checked, Job, Session, When, Workspace};
use wire::{Received, WireError};

/// How long a writer pauses before the text is checked.
const PAUSE: Duration = Duration::from_millis(120);

/// Arguments of `lsp`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// What can happen.
enum Event {
    Received(Result<Received, WireError>),
    Checked(Vec<Checked>),
}

pub(super) fn run(_: &Args, context: &mut Context) -> Result<Exit, Failure> {
    let clock = context.clock(&TimeZone::UTC)?;
    let (events, happened) = mpsc::channel();
    let (jobs, wanted) = mpsc::channel();
    let reader = events.clone();
    thread::spawn(move || read(&reader));
    thread::spawn(move || work(&wanted, &events, &*clock));
    let session = Session::new(context.lang_given.then_some(context.lang));
    let ended = converse(session, &happened, &jobs)?;
    Ok(if ended { Exit::Done } else { Exit::Usage })
}

/// Hands over what arrives, until nothing more does.
fn read(events: &Sender<Event>) {
    let mut input = BufReader::new(io::stdin().lock());
    loop {
        let received = wire::read(&mut input);
        let last = matches!(received, Ok(Received::End) | Err(_));
        if events.send(Event::Received(received)).is_err() || last {
            return;
        }
    }
}

/// Does jobs in their order; looks at whole sites when there is nothing else to do.
fn work(jobs: &Receiver<Job>, events: &Sender<Event>, clock: &dyn Clock) {
    let mut workspace = Workspace::default();
    loop {
        let done = if workspace.is_due() {
            match jobs.try_recv() {
                Ok(job) => workspace.run(job, clock.now()),
                Err(TryRecvError::Empty) => workspace.settle(clock.now()),
                Err(TryRecvError::Disconnected) => return,
            }
        } else {
            let Ok(job) = jobs.recv() else { return };
            workspace.run(job, clock.now())
        };
        if events.send(Event::Checked(done)).is_err() {
            return;
        }
    }
}

/// The conversation; gives whether it ended as agreed.
fn converse(mut session: Session, happened: &Receiver<Event>, jobs: &Sender<Job>) -> Result<bool, Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut waiting: BTreeMap<Option<String>, (Instant, Job)> = BTreeMap::new();
    loop {
        let next = waiting.values().map(|(due, _)| *due).min();
        let event = match next {
            None => happened.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(due) => happened.recv_timeout(due.saturating_duration_since(Instant::now())),
        };
        match event {
            Ok(Event::Received(Ok(Received::Message(message)))) => session.receive(&message),
            Ok(Event::Received(Ok(Received::Unreadable))) => session.receive_unreadable(),
            Ok(Event::Received(Ok(Received::End))) | Err(RecvTimeoutError::Disconnected) => session.hung_up(),
            Ok(Event::Received(Err(error))) => {
                return Err(Failure::usage(error.message()).help(text::stream_help()));
            }
            Ok(Event::Checked(checked)) => {
                checked.into_iter().for_each(|checked| session.receive_checked(checked))
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
        for message in session.take_messages() {
            // An editor that does not listen any more is gone.
            if wire::write(&mut out, &message).is_err() {
                session.hung_up();
            }
        }
        if let Some(ended) = session.ended() {
            return Ok(ended);
        }
        for (when, job) in session.take_jobs() {
            let key = match &job {
                Job::Check { address, .. } | Job::Close { address } => Some(address.clone()),
                Job::Refresh => None,
            };
            match when {
                When::Pause => drop(waiting.insert(key, (Instant::now() + PAUSE, job))),
                When::Now => {
                    waiting.remove(&key);
                    // The worker ends only when this loop does.
                    let _ = jobs.send(job);
                }
            }
        }
        let now = Instant::now();
        waiting.retain(|_, (due, job)| {
            let wait = *due > now;
            if !wait {
                let _ = jobs.send(job.clone());
            }
            wait
        });
    }
}
