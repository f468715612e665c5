from threading import Event, current_thread

import pytest

from duidu.window.jobs import Job, JobPool


@pytest.fixture
def pool(application, spin):
    pool = JobPool()
    yield pool
    assert pool.drain()
    spin(1)


def unexpected(*arguments):
    raise AssertionError(arguments)


def test_work_runs_elsewhere_and_success_comes_home(pool, spin):
    seen = []
    pool.start(Job(lambda ticket: current_thread(), seen.append, unexpected))
    spin(until=lambda: not pool.busy)
    (elsewhere,) = seen
    assert elsewhere is not current_thread()


def test_a_failure_is_told_and_not_raised(pool, spin):
    failures = []
    pool.start(Job(lambda ticket: 1 // 0, unexpected, failures.append))
    spin(until=lambda: not pool.busy)
    assert [type(failure) for failure in failures] == [ZeroDivisionError]


def test_progress_arrives_in_order_and_before_the_end(pool, spin):
    told = []

    def work(ticket):
        for done in range(5):
            ticket.step(done, 5)
        return "end"

    pool.start(Job(work, told.append, unexpected, lambda done, total: told.append((done, total))))
    spin(until=lambda: not pool.busy)
    assert told[-6:] == [*((done, 5) for done in range(5)), "end"]


def test_a_cancelled_job_tells_nothing(pool, spin):
    started, go_on, ended = Event(), Event(), Event()

    def work(ticket):
        started.set()
        go_on.wait(20)
        try:
            ticket.step(1, 2)
        finally:
            ended.set()

    job = pool.start(Job(work, unexpected, unexpected, unexpected))
    assert started.wait(20)
    job.cancel()
    go_on.set()
    spin(until=lambda: not pool.busy)
    assert ended.is_set()


def test_what_was_done_when_it_was_cancelled_is_not_told_either(pool, spin):
    done = Event()
    job = pool.start(Job(lambda ticket: done.set(), unexpected, unexpected))
    assert done.wait(20)
    job.cancel()
    spin(until=lambda: not pool.busy)


def test_draining_cancels_what_waits_and_what_runs(application):
    pool, started = JobPool(), Event()

    def work(ticket):
        started.set()
        while True:
            ticket.step(0, 0)

    for _ in range(20):
        pool.start(Job(work, unexpected, unexpected))
    assert started.wait(20)
    assert pool.drain()


@pytest.mark.parametrize("fails", [False, True])
def test_the_owner_may_go_first_and_a_failure_is_kept(application, spin, caplog, fails):
    caplog.set_level("INFO", "duidu.window.jobs")
    pool, started, go_on = JobPool(), Event(), Event()

    def work(ticket):
        started.set()
        go_on.wait(20)
        if fails:
            raise OSError("the disk is full")

    pool.start(Job(work, unexpected, unexpected))
    threads = pool._threads
    assert started.wait(20)
    pool.deleteLater()
    spin(5)
    go_on.set()
    assert threads.waitForDone(20_000)
    spin(5)
    assert "after its window was gone" in caplog.text
    assert ("the disk is full" in caplog.text) is fails
