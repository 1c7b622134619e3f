namespace RustVsGo.Tests;

public sealed class ResultTests
{
    [Theory]
    [InlineData("8", "Ok(4)")]
    [InlineData("7", "Err(odd)")]
    [InlineData("x", "Err(no number)")]
    public void An_error_is_handed_on_to_a_caller_with_another_value_type(string text, string expected) =>
        Assert.Equal(expected, Half(text).Map(half => (long)half).ToString());

    [Fact]
    public void A_success_gives_its_value()
    {
        Result<int, string> result = Result.Ok(3);

        Assert.True(result.IsOk && !result.IsErr);
        Assert.True(result.TryGet(out var value) && value == 3);
        Assert.True(result.TryGet(out value, out var error) && value == 3 && error is null);
        Assert.Equal(3, result.Unwrap());
        Assert.Equal(3, result.Expect("a number"));
        Assert.Equal(3, result.UnwrapOr(0));
        Assert.Equal(3, result.UnwrapOrElse(_ => 0));
        Assert.Equal("3", result.Match(number => $"{number}", problem => problem));
        Assert.Equal(Result.Ok(3), result.MapErr(problem => problem.Length).Bind(number => (Result<Ok<int>, int>)Result.Ok(Result.Ok(number))).Unwrap());
        Assert.Throws<UnwrapException>(() => result.UnwrapErr());
    }

    [Fact]
    public void A_failure_gives_its_error()
    {
        Result<int, string> result = Result.Err("broken");

        Assert.True(result.IsErr && !result.IsOk);
        Assert.False(result.TryGet(out _));
        Assert.False(result.TryGet(out _, out var error));
        Assert.Equal("broken", error);
        Assert.Equal("broken", result.UnwrapErr());
        Assert.Equal(7, result.UnwrapOr(7));
        Assert.Equal(6, result.UnwrapOrElse(problem => problem.Length));
        Assert.Equal("broken", result.Match(number => $"{number}", problem => problem));
        Assert.Equal(6, result.MapErr(problem => problem.Length).UnwrapErr());
        Assert.Equal("broken", result.Bind(number => (Result<string, string>)Result.Ok($"{number}")).UnwrapErr());
        Assert.Equal("A result was unwrapped and is an error: broken", Assert.Throws<UnwrapException>(() => result.Unwrap()).Message);
        Assert.Equal("config is there: broken", Assert.Throws<UnwrapException>(() => result.Expect("config is there")).Message);
    }

    [Fact]
    public void What_was_never_set_is_a_failure()
    {
        Assert.True(default(Result<int, string>).IsErr);
        Assert.True(default(Result<int>).IsErr);
        Assert.Throws<UnwrapException>(() => default(Result<int>).Unwrap());
    }

    [Fact]
    public void Results_are_equal_when_what_they_hold_is()
    {
        Result<int, string> three = Result.Ok(3), alsoThree = Result.Ok(3), four = Result.Ok(4), broken = Result.Err("broken"), alsoBroken = Result.Err("broken");

        Assert.True(three == alsoThree && three.GetHashCode() == alsoThree.GetHashCode());
        Assert.True(broken == alsoBroken && broken.GetHashCode() == alsoBroken.GetHashCode());
        Assert.True(three != four && three != broken && !three.Equals("3"));
        Assert.True((Result<int>)Result.Ok(3) == Result.Ok(3));
    }

    [Fact]
    public void What_is_thrown_becomes_an_error()
    {
        var result = Result.Try(() => int.Parse("x", null));

        Assert.IsType<FormatException>(result.UnwrapErr());
        Assert.Same(result.UnwrapErr(), Assert.Throws<UnwrapException>(() => result.Unwrap()).InnerException);
        Assert.Equal(5, Result.Try(() => 5).Unwrap());
        Assert.Equal(6, ((Result<int>)Result.Ok(5)).Bind(five => Result.Try(() => five + 1)).Unwrap());
    }

    [Fact]
    public void What_is_not_expected_and_what_was_cancelled_is_thrown_on()
    {
        Assert.IsType<FormatException>(Result.Try<int, FormatException>(() => throw new FormatException()).UnwrapErr());
        Assert.Throws<InvalidOperationException>(() => Result.Try<int, FormatException>(() => throw new InvalidOperationException()));
        Assert.Throws<OperationCanceledException>(() => Result.Try<int>(() => throw new OperationCanceledException()));
    }

    [Fact]
    public async Task What_is_thrown_later_becomes_an_error_too()
    {
        Assert.IsType<FormatException>((await Result.TryAsync<int>(async () =>
        {
            await Task.Yield();
            throw new FormatException();
        })).UnwrapErr());
        Assert.IsType<FormatException>((await Result.TryAsync<int>(() => throw new FormatException())).UnwrapErr());
        Assert.Equal(5, (await Result.TryAsync(() => Task.FromResult(5))).Unwrap());
    }

    [Fact]
    public void A_missing_function_is_an_error_of_the_caller_and_no_result()
    {
        Result<int, string> ok = Result.Ok(1), err = Result.Err("broken");

        Assert.Throws<ArgumentNullException>(() => Result.Try<int>(null!));
        Assert.Throws<ArgumentNullException>(() => Result.Try<int, Exception>(null!));
        Assert.Throws<ArgumentNullException>(() => err.Map<int>(null!));
        Assert.Throws<ArgumentNullException>(() => ok.MapErr<int>(null!));
        Assert.Throws<ArgumentNullException>(() => err.Bind<int>(null!));
        Assert.Throws<ArgumentNullException>(() => ok.Match(number => number, null!));
        Assert.Throws<ArgumentNullException>(() => err.Match(null!, problem => problem));
        Assert.Throws<ArgumentNullException>(() => ok.UnwrapOrElse(null!));
        Assert.Throws<ArgumentNullException>(() => default(Result<int>).Bind<int>(null!));
    }

    [Fact]
    public async Task A_missing_function_is_no_result_later_either() =>
        await Assert.ThrowsAsync<ArgumentNullException>(() => Result.TryAsync<int>(null!));

    private static Result<int, string> Parse(string text) => int.TryParse(text, out var number) ? Result.Ok(number) : Result.Err("no number");

    private static Result<short, string> Half(string text)
    {
        if (!Parse(text).TryPropagate(out var number, out var error))
            return error;
        return number % 2 == 0 ? Result.Ok((short)(number / 2)) : Result.Err("odd");
    }
}
