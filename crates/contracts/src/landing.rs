//! Into which team an order lands (mission B10). Nobody guesses: one team, a new one, or the contract manager chooses.

use organizations::Team;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Landing {
    /// The contract manager administers no team there.
    NewTeam,
    Team(Team),
    ToChoose(Vec<Team>),
}

impl Landing {
    /// By the teams of the customer that the contract manager administers.
    pub fn of(mut teams: Vec<Team>) -> Landing {
        match teams.len() {
            0 => Landing::NewTeam,
            1 => Landing::Team(teams.remove(0)),
            _ => Landing::ToChoose(teams),
        }
    }
    pub fn kind(&self) -> LandingKind {
        match self {
            Landing::NewTeam => LandingKind::NewTeam,
            Landing::Team(_) => LandingKind::Team,
            Landing::ToChoose(_) => LandingKind::ToChoose,
        }
    }
}

/// What is kept of it with the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LandingKind {
    NewTeam,
    Team,
    ToChoose,
}

impl LandingKind {
    pub const fn name(self) -> &'static str {
        match self {
            LandingKind::NewTeam => "new_team",
            LandingKind::Team => "team",
            LandingKind::ToChoose => "to_choose",
        }
    }
    pub fn from_name(name: &str) -> LandingKind {
        match name {
            "new_team" => LandingKind::NewTeam,
            "team" => LandingKind::Team,
            _ => LandingKind::ToChoose,
        }
    }
}
